package dev.sallyport.domain.token;

/**
 * Issues and verifies access tokens (RFC 7519, RFC 9068). Safe for use by many threads; asks no store.
 *
 * <p>{@link #verify} says only that we issued the token and that its time has not passed. Whether the session lives is another
 * question, asked each time.
 */
public interface AccessTokens {

    AccessToken issue(AccessClaims claims);

    /**
     * Checks, in this order: length and canonical form, header type, algorithm and key, signature, issuer, audience, times with 30 s
     * of leeway, and that every claim we put in is there once.
     */
    Verification verify(AccessToken token);

    /** What {@link #verify} found. */
    sealed interface Verification {
        record Valid(AccessClaims claims) implements Verification {}

        /** Ours in every respect, but its time has passed. */
        record Expired() implements Verification {}

        record Invalid() implements Verification {}
    }
}
