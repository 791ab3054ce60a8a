package dev.sallyport.testkit;

import dev.sallyport.domain.apikey.ApiKey;
import dev.sallyport.domain.apikey.ApiKeyId;
import dev.sallyport.domain.apikey.ApiKeyStore;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Right as long as nobody else is there: it checks, and then it acts. */
class NaiveApiKeyStore implements ApiKeyStore, NaiveHoldings<ApiKey> {

    final Map<ApiKeyId, ApiKey> keys = new ConcurrentHashMap<>();

    @Override
    public void add(ApiKey key) {
        if (!isHeld(key)) {
            Gap.open();
            put(key);
        }
    }

    @Override
    public Optional<ApiKey> find(ApiKeyId id) {
        return Optional.ofNullable(keys.get(id));
    }

    @Override
    public List<ApiKey> list(@Nullable ApiKeyId below, int max) {
        return keys.values().stream()
                .filter(key -> below == null || isBelow(key, below))
                .sorted(newestFirst())
                .limit(max)
                .toList();
    }

    @Override
    public boolean replace(ApiKey expected, ApiKey next) {
        ApiKey present = keys.get(expected.id());
        if (present == null || present.version() != expected.version()) {
            return false;
        }
        Gap.open();
        put(ApiKeys.usedAt(next, present.lastUsedAt()));
        return true;
    }

    @Override
    public boolean remove(ApiKeyId id) {
        boolean isThere = keys.containsKey(id);
        Gap.open();
        keys.remove(id);
        return isThere;
    }

    @Override
    public void recordUse(ApiKeyId id, Instant at, Duration apart) {
        ApiKey present = keys.get(id);
        if (present != null && isLater(at.minus(apart), present.lastUsedAt())) {
            Gap.open();
            keys.put(id, ApiKeys.usedAt(present, at));
        }
    }

    @Override
    public String idOf(ApiKey key) {
        return key.id().toString();
    }

    @Override
    public Collection<ApiKey> records() {
        return keys.values();
    }

    @Override
    public boolean isHeld(ApiKey key) {
        return keys.containsKey(key.id());
    }

    @Override
    public void put(ApiKey key) {
        keys.put(key.id(), stored(key));
    }

    /** What becomes of a key on its way through the store. */
    ApiKey stored(ApiKey key) {
        return key;
    }

    boolean isBelow(ApiKey key, ApiKeyId below) {
        return idOf(key).compareTo(below.toString()) < 0;
    }

    Comparator<ApiKey> newestFirst() {
        return byId().reversed();
    }

    boolean isLater(Instant at, @Nullable Instant last) {
        return last == null || !last.isAfter(at);
    }
}
