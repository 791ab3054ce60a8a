/** Real servers for tests, the relay that takes them away, and the table of who ran where. */
@NullMarked
package dev.sallyport.testkit.backend;

import org.jspecify.annotations.NullMarked;
