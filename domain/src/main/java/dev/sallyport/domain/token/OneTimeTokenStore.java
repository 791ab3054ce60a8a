package dev.sallyport.domain.token;

import dev.sallyport.domain.StoreUnavailableException;
import java.time.Instant;

/**
 * Keeps one-time tokens, as hashes only.
 *
 * <p>Holds under concurrent calls, on any number of nodes: of many simultaneous uses of one token exactly one is granted, and none at or
 * after its {@code expiresAt}, by the time the caller gives and not by a sweep; a call that returned is seen by every later call. Instants
 * come back as written, to the millisecond.
 *
 * <p>{@code add} is one round trip, {@code use} at most three. Throws {@link StoreUnavailableException} when the store cannot be asked; a use
 * whose answer was lost may have used the token up.
 */
public interface OneTimeTokenStore {

    /** Adds a token whose hash is new. A call that is repeated adds nothing. */
    void add(OneTimeToken token);

    /** Uses a token up. */
    Use use(OneTimeHash hash, OneTimePurpose purpose, Instant now);

    /** Removes tokens that expired before {@code now}. Only tidies. */
    void sweep(Instant now);

    /** What came of {@link #use}. */
    sealed interface Use {
        /** The token, used now. */
        record Granted(OneTimeToken token) implements Use {}

        record AlreadyUsed() implements Use {}

        /** Whether it was used before is not told. */
        record Expired() implements Use {}

        /** Never was, is for another purpose, or has been removed since it expired. */
        record Unknown() implements Use {}
    }
}
