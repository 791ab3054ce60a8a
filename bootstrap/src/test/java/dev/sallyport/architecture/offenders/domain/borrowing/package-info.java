/** Half of a circle. */
@NullMarked
package dev.sallyport.architecture.offenders.domain.borrowing;

import org.jspecify.annotations.NullMarked;
