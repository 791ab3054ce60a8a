package dev.sallyport.domain.user;

import dev.sallyport.domain.password.PasswordHash;

/**
 * What an account signs in with.
 *
 * @param version counts every change after which older sessions must not be honoured; a session carries the version it was
 *     opened under
 */
public record Credentials(PasswordHash passwordHash, long version) {

    /** New secret: whatever was opened under the old one is void. */
    Credentials replacedBy(PasswordHash newHash) {
        return new Credentials(newHash, version + 1);
    }

    /** Same secret under another algorithm or cost: sessions live on. */
    Credentials rehashedAs(PasswordHash sameSecret) {
        return new Credentials(sameSecret, version);
    }

    Credentials revoked() {
        return new Credentials(passwordHash, version + 1);
    }
}
