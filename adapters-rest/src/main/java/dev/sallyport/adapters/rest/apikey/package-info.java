/** API keys: listed, made, rotated and revoked over HTTP. */
@NullMarked
package dev.sallyport.adapters.rest.apikey;

import org.jspecify.annotations.NullMarked;
