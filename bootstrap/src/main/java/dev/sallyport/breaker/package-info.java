/** What stands before a remote database while it is away, and what operators see of it. */
@NullMarked
package dev.sallyport.breaker;

import org.jspecify.annotations.NullMarked;
