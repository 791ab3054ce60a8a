/** Counted attempts in SQL. */
@NullMarked
package dev.sallyport.adapters.sql.throttle;

import org.jspecify.annotations.NullMarked;
