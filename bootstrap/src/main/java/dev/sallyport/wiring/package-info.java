/** Putting the house together: the only place that names a backend. */
@NullMarked
package dev.sallyport.wiring;

import org.jspecify.annotations.NullMarked;
