/** Audit records and checkpoints in SQL. */
@NullMarked
package dev.sallyport.adapters.sql.audit;

import org.jspecify.annotations.NullMarked;
