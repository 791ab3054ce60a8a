/** The record of every fact about authentication. */
@NullMarked
package dev.sallyport.domain.audit;

import org.jspecify.annotations.NullMarked;
