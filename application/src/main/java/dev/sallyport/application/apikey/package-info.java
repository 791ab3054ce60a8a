/** API keys: made, rotated, revoked, and let in. */
@NullMarked
package dev.sallyport.application.apikey;

import org.jspecify.annotations.NullMarked;
