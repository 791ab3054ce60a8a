/** Sessions, refresh tokens and access tokens. */
@NullMarked
package dev.sallyport.domain.token;

import org.jspecify.annotations.NullMarked;
