/** Cryptography: which provider does it; the packages below say for what. */
@NullMarked
package dev.sallyport.adapters.crypto;

import org.jspecify.annotations.NullMarked;
