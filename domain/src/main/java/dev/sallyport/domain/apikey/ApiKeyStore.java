package dev.sallyport.domain.apikey;

import dev.sallyport.domain.StoreUnavailableException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Keeps API keys, their secrets as hashes only. A key past its {@code expiresAt} stays until somebody removes it; whoever reads it checks.
 *
 * <p>Holds under concurrent calls, on any number of nodes: of many simultaneous replacements of one version exactly one is written; what
 * was removed never comes back, whatever replacement was under way; a call that returned is seen by every later call. Instants come back
 * as written, to the millisecond; text comes back code point by code point.
 *
 * <p>Each call is one round trip. Throws {@link StoreUnavailableException} when the store cannot be asked.
 */
public interface ApiKeyStore {

    /** Adds a key whose id is new. A call that is repeated adds nothing. */
    void add(ApiKey key);

    Optional<ApiKey> find(ApiKeyId id);

    /** Keys, newest first by id, at most {@code max}; only those with ids less than {@code below} unless that is null. */
    List<ApiKey> list(@Nullable ApiKeyId below, int max);

    /**
     * Writes {@code next} if the key still has {@code expected}'s version. {@code next} has the same id and another version. {@code
     * lastUsedAt} is left as it is in the store.
     *
     * @return whether it was written; otherwise read again and decide again
     */
    boolean replace(ApiKey expected, ApiKey next);

    /** Removes a key. Of many simultaneous calls one is told {@code true}. */
    boolean remove(ApiKeyId id);

    /**
     * Notes a use, unless one is noted that is later, or by less than {@code apart} earlier: of many uses at once one is written. Does
     * nothing for an unknown id.
     */
    void recordUse(ApiKeyId id, Instant at, Duration apart);
}
