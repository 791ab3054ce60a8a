/** Audit events in SQL. */
@NullMarked
package dev.sallyport.adapters.sql.audit;

import org.jspecify.annotations.NullMarked;
