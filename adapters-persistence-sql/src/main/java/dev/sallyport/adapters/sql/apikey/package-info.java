/** API keys in SQL. */
@NullMarked
package dev.sallyport.adapters.sql.apikey;

import org.jspecify.annotations.NullMarked;
