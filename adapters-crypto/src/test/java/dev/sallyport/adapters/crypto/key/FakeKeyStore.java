package dev.sallyport.adapters.crypto.key;

import dev.sallyport.domain.key.KeyState;
import dev.sallyport.domain.key.SealedKey;
import dev.sallyport.domain.key.SealedKeyStore;
import java.util.ArrayList;
import java.util.List;

/** Keeps the port's promise with a lock, counts the candidates, and lets a test change what lies there. */
final class FakeKeyStore implements SealedKeyStore {

    private final List<SealedKey> keys = new ArrayList<>();
    private int candidates;

    @Override
    public synchronized SealedKey agree(SealedKey candidate) {
        candidates++;
        return keys.stream()
                .filter(key -> key.state() == KeyState.ACTIVE && key.purpose().equals(candidate.purpose()))
                .findFirst()
                .orElseGet(() -> {
                    keys.add(candidate);
                    return candidate;
                });
    }

    @Override
    public synchronized List<SealedKey> list() {
        return List.copyOf(keys);
    }

    synchronized int candidates() {
        return candidates;
    }

    synchronized void add(SealedKey key) {
        keys.add(key);
    }

    synchronized void turnAll(KeyState state) {
        keys.replaceAll(key -> new SealedKey(key.id(), key.purpose(), state, key.sealed(), key.createdAt()));
    }
}
