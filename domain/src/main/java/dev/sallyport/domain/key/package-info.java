/** Signing and token keys, sealed at rest. */
@NullMarked
package dev.sallyport.domain.key;

import org.jspecify.annotations.NullMarked;
