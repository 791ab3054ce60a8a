/** What the logs hold, and what they never hold. */
@NullMarked
package dev.sallyport.logging;

import org.jspecify.annotations.NullMarked;
