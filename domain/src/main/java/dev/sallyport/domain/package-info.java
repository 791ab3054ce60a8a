/** What every concept shares: where a request came from, time-ordered ids, and the exception that says a store could not be asked. */
@NullMarked
package dev.sallyport.domain;

import org.jspecify.annotations.NullMarked;
