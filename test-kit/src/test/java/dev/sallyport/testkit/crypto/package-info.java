/** Proof that the contracts of hashing and tokens bite: implementations with one flaw each. */
@NullMarked
package dev.sallyport.testkit.crypto;

import org.jspecify.annotations.NullMarked;
