/** Accounts in SQL. */
@NullMarked
package dev.sallyport.adapters.sql.user;

import org.jspecify.annotations.NullMarked;
