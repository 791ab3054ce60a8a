/** Breakers, driven by a clock that tests turn. */
@NullMarked
package dev.sallyport.breaker;

import org.jspecify.annotations.NullMarked;
