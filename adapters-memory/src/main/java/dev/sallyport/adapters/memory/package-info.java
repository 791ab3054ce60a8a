/** Every store in the memory of one process: the reference implementation, for tests and demonstrations. */
@NullMarked
package dev.sallyport.adapters.memory;

import org.jspecify.annotations.NullMarked;
