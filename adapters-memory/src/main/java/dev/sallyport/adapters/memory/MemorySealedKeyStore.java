package dev.sallyport.adapters.memory;

import dev.sallyport.domain.Holdings;
import dev.sallyport.domain.key.KeyId;
import dev.sallyport.domain.key.KeyState;
import dev.sallyport.domain.key.SealedKey;
import dev.sallyport.domain.key.SealedKeyStore;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Sealed keys in memory: a process that starts anew has new keys, so every token from before is void. One lock makes every call
 * atomic.
 */
public final class MemorySealedKeyStore implements SealedKeyStore, Holdings<SealedKey> {

    private final Map<KeyId, SealedKey> byId = new HashMap<>();
    private final Map<String, SealedKey> activeByPurpose = new HashMap<>();

    @Override
    public synchronized SealedKey agree(SealedKey candidate) {
        SealedKey present = activeByPurpose.get(candidate.purpose());
        if (present != null) {
            return present;
        }
        write(candidate);
        return candidate;
    }

    @Override
    public synchronized List<SealedKey> list() {
        return byId.values().stream()
                .sorted(Comparator.comparing(SealedKey::createdAt))
                .toList();
    }

    @Override
    public String idOf(SealedKey key) {
        return key.id().toString();
    }

    @Override
    public synchronized Stream<SealedKey> after(String after) {
        return Held.after(after, byId.values(), this);
    }

    @Override
    public synchronized void restore(List<SealedKey> keys) {
        keys.stream().filter(key -> !byId.containsKey(key.id())).forEach(this::restore);
    }

    @Override
    public synchronized long count() {
        return byId.size();
    }

    private void restore(SealedKey key) {
        if (key.state() == KeyState.ACTIVE && activeByPurpose.containsKey(key.purpose())) {
            throw new IllegalStateException("Key " + key.id() + " cannot be restored: " + key.purpose() + " has one");
        }
        write(key);
    }

    private void write(SealedKey key) {
        byId.put(key.id(), key);
        if (key.state() == KeyState.ACTIVE) {
            activeByPurpose.put(key.purpose(), key);
        }
    }
}
