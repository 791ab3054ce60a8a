/** Sessions in SQL. */
@NullMarked
package dev.sallyport.adapters.sql.token;

import org.jspecify.annotations.NullMarked;
