/** The journeys, once for each pair of backends. */
@NullMarked
package dev.sallyport.journey;

import org.jspecify.annotations.NullMarked;
