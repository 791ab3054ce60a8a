/** How often people may try. */
@NullMarked
package dev.sallyport.application.throttle;

import org.jspecify.annotations.NullMarked;
