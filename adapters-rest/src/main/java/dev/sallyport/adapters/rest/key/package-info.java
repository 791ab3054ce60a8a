/** The public keys other services verify our tokens with. */
@NullMarked
package dev.sallyport.adapters.rest.key;

import org.jspecify.annotations.NullMarked;
