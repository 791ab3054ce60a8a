/** The contracts of the ports and what tests share: the race, the clock that steps, the people. */
@NullMarked
package dev.sallyport.testkit;

import org.jspecify.annotations.NullMarked;
