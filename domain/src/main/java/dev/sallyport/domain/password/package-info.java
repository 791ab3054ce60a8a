/** Passwords, the policy they obey and the hashes they are kept as. */
@NullMarked
package dev.sallyport.domain.password;

import org.jspecify.annotations.NullMarked;
