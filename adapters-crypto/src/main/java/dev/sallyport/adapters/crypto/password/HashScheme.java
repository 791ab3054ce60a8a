package dev.sallyport.adapters.crypto.password;

import dev.sallyport.domain.password.Password;

/** One way to write a password hash down. Safe for use by many threads. */
interface HashScheme {

    /** Whether a hash says of itself, by its first characters, that it is of this scheme. */
    boolean claims(String hash);

    /**
     * Compares in time that does not depend on where the two differ. False, without work, for a hash that cannot be read or asks
     * for more work than the scheme's ceiling.
     */
    boolean matches(Password password, String hash);
}
