/** Whole journeys over HTTP, the same for every pair of backends. */
@NullMarked
package dev.sallyport.testkit.journey;

import org.jspecify.annotations.NullMarked;
