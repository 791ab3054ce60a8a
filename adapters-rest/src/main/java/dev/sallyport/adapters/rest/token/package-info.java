/** Signing in, tokens and sessions over REST. */
@NullMarked
package dev.sallyport.adapters.rest.token;

import org.jspecify.annotations.NullMarked;
