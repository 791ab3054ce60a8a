/** What can be typed after {@code ./sallyport} beside settings. */
@NullMarked
package dev.sallyport.command;

import org.jspecify.annotations.NullMarked;
