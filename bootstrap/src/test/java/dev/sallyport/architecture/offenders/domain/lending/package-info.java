/** Half of a circle. */
@NullMarked
package dev.sallyport.architecture.offenders.domain.lending;

import org.jspecify.annotations.NullMarked;
