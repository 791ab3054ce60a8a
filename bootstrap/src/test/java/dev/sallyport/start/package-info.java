/** Processes of their own: how they start, how they refuse to, how they end, and what they leave behind. */
@NullMarked
package dev.sallyport.start;

import org.jspecify.annotations.NullMarked;
