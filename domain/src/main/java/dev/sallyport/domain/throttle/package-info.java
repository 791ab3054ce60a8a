/** Limits on how often something may be tried. */
@NullMarked
package dev.sallyport.domain.throttle;

import org.jspecify.annotations.NullMarked;
