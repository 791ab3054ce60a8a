/** Password hashing by bcrypt and Argon2id in a bounded pool, and the list of common passwords. */
@NullMarked
package dev.sallyport.adapters.crypto.password;

import org.jspecify.annotations.NullMarked;
