package dev.sallyport.adapters.memory;

import dev.sallyport.domain.Holdings;
import dev.sallyport.domain.apikey.ApiKey;
import dev.sallyport.domain.apikey.ApiKeyId;
import dev.sallyport.domain.apikey.ApiKeyStore;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** API keys in memory, gone with the process. One lock makes every call atomic. */
public final class MemoryApiKeyStore implements ApiKeyStore, Holdings<ApiKey> {

    /** Ids by their text: {@code UUID.compareTo} takes its halves for signed numbers, and no database does. */
    private static final Comparator<ApiKeyId> NEWEST_FIRST =
            Comparator.comparing(ApiKeyId::toString).reversed();

    private final NavigableMap<ApiKeyId, ApiKey> keys = new TreeMap<>(NEWEST_FIRST);

    @Override
    public synchronized void add(ApiKey key) {
        keys.putIfAbsent(key.id(), key);
    }

    @Override
    public synchronized Optional<ApiKey> find(ApiKeyId id) {
        return Optional.ofNullable(keys.get(id));
    }

    @Override
    public synchronized List<ApiKey> list(@Nullable ApiKeyId below, int max) {
        NavigableMap<ApiKeyId, ApiKey> older = below == null ? keys : keys.tailMap(below, false);
        return older.values().stream().limit(max).toList();
    }

    @Override
    public synchronized boolean replace(ApiKey expected, ApiKey next) {
        ApiKey present = keys.get(expected.id());
        if (present == null || present.version() != expected.version()) {
            return false;
        }
        keys.put(next.id(), usedAt(next, present.lastUsedAt()));
        return true;
    }

    @Override
    public synchronized boolean remove(ApiKeyId id) {
        return keys.remove(id) != null;
    }

    @Override
    public synchronized void recordUse(ApiKeyId id, Instant at, Duration apart) {
        keys.computeIfPresent(id, (same, key) -> isUsedAfter(key, at.minus(apart)) ? key : usedAt(key, at));
    }

    @Override
    public String idOf(ApiKey key) {
        return key.id().toString();
    }

    @Override
    public synchronized Stream<ApiKey> after(String after) {
        return Held.after(after, keys.values(), this);
    }

    @Override
    public synchronized void restore(List<ApiKey> restored) {
        restored.forEach(this::add);
    }

    @Override
    public synchronized long count() {
        return keys.size();
    }

    private static boolean isUsedAfter(ApiKey key, Instant at) {
        Instant last = key.lastUsedAt();
        return last != null && last.isAfter(at);
    }

    private static ApiKey usedAt(ApiKey key, @Nullable Instant lastUsedAt) {
        return new ApiKey(
                key.id(),
                key.name(),
                key.creator(),
                key.serviceAccount(),
                key.tier(),
                key.permissions(),
                key.current(),
                key.previous(),
                key.previousUntil(),
                key.version(),
                key.createdAt(),
                key.expiresAt(),
                lastUsedAt);
    }
}
