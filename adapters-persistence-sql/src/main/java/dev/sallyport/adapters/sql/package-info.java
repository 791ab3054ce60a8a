/** What every SQL store shares: how a statement is run, which databases there are, what a failed start means. */
@NullMarked
package dev.sallyport.adapters.sql;

import org.jspecify.annotations.NullMarked;
