/** Intentions in SQL. */
@NullMarked
package dev.sallyport.adapters.sql.intention;

import org.jspecify.annotations.NullMarked;
