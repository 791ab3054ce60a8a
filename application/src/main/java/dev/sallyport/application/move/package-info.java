/** Carries everything one service keeps from its stores to others, and proves that it arrived. */
@NullMarked
package dev.sallyport.application.move;

import org.jspecify.annotations.NullMarked;
