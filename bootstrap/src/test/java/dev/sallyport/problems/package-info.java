/** Every problem of the catalogue, reached. */
@NullMarked
package dev.sallyport.problems;

import org.jspecify.annotations.NullMarked;
