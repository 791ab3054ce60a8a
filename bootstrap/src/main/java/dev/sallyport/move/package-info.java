/** The commands that move a household: from store to store, into a file, out of a file. */
@NullMarked
package dev.sallyport.move;

import org.jspecify.annotations.NullMarked;
