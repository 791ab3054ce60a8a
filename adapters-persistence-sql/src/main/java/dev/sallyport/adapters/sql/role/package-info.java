/** Definitions of roles in SQL. */
@NullMarked
package dev.sallyport.adapters.sql.role;

import org.jspecify.annotations.NullMarked;
