/** The master key, the keys sealed under it, and what instances agree on. */
@NullMarked
package dev.sallyport.adapters.crypto.key;

import org.jspecify.annotations.NullMarked;
