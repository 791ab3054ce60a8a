/** Sealed keys in SQL. */
@NullMarked
package dev.sallyport.adapters.sql.key;

import org.jspecify.annotations.NullMarked;
