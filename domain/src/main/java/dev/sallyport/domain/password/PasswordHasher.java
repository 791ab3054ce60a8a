package dev.sallyport.domain.password;

/**
 * Hashes passwords, slowly by intent, in a bounded number of threads of its own so that a storm of sign-ins leaves the rest of
 * the service alone.
 *
 * <p>May be called from any number of threads; a call waits for its turn and then for its hash. Every code point of a password
 * counts. Two hashes of one password differ.
 *
 * <p>Every method throws {@link HashingBusyException}, at once, when the queue is full; nothing was computed then.
 * A caller that is interrupted while it waits gets the same exception and stays interrupted.
 */
public interface PasswordHasher {

    /** Hashes with the configured algorithm and cost. */
    PasswordHash hash(Password password);

    /** Compares in time that does not depend on where the two differ. An unreadable hash is a {@code MISMATCH}. */
    Verification verify(Password password, PasswordHash hash);

    /** Costs what {@link #verify} costs against a fresh hash and never matches: the answer for an account that is not there. */
    void verifyNothing(Password password);

    /** What {@link #verify} found. */
    enum Verification {
        MATCH,
        /** Right password, but hashed by another algorithm or at another cost than configured: hash it anew. */
        MATCH_BUT_REHASH,
        MISMATCH
    }
}
