/** A store goes away under a running service: what everybody is told meanwhile, and how it comes back. */
@NullMarked
package dev.sallyport.outage;

import org.jspecify.annotations.NullMarked;
