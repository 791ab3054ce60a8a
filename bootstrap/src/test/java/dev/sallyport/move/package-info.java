/** The commands as somebody types them. */
@NullMarked
package dev.sallyport.move;

import org.jspecify.annotations.NullMarked;
