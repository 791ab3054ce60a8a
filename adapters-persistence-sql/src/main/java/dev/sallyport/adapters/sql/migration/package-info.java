/** Migrations that SQL alone cannot do, the same for every database. Flyway finds here whatever is one. */
@NullMarked
package dev.sallyport.adapters.sql.migration;

import org.jspecify.annotations.NullMarked;
