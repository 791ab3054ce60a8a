/** What is wired for which settings. */
@NullMarked
package dev.sallyport.wiring;

import org.jspecify.annotations.NullMarked;
