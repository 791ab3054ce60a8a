package dev.sallyport.testkit;

import dev.sallyport.domain.key.KeyState;
import dev.sallyport.domain.key.SealedKey;
import dev.sallyport.domain.key.SealedKeyStore;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/** Right as long as nobody else is there: it looks for a key, and then it writes one. */
class NaiveSealedKeyStore implements SealedKeyStore, NaiveHoldings<SealedKey> {

    final List<SealedKey> keys = new CopyOnWriteArrayList<>();

    @Override
    public SealedKey agree(SealedKey candidate) {
        Optional<SealedKey> present = active(candidate.purpose());
        if (present.isPresent()) {
            return present.get();
        }
        Gap.open();
        SealedKey stored = stored(candidate);
        keys.add(stored);
        return stored;
    }

    @Override
    public List<SealedKey> list() {
        return keys.stream().sorted(oldestFirst()).toList();
    }

    @Override
    public String idOf(SealedKey key) {
        return key.id().toString();
    }

    @Override
    public Collection<SealedKey> records() {
        return keys;
    }

    @Override
    public synchronized void restore(List<SealedKey> restored) {
        NaiveHoldings.super.restore(restored);
    }

    @Override
    public void put(SealedKey key) {
        if (key.state() == KeyState.ACTIVE && active(key.purpose()).isPresent()) {
            throw new IllegalStateException("The purpose has an active key");
        }
        keys.add(stored(key));
    }

    /** What becomes of a key on its way through the store. */
    SealedKey stored(SealedKey key) {
        return key;
    }

    Optional<SealedKey> active(String purpose) {
        return keys.stream()
                .filter(key -> key.purpose().equals(purpose) && key.state() == KeyState.ACTIVE)
                .findFirst();
    }

    Comparator<SealedKey> oldestFirst() {
        return Comparator.comparing(SealedKey::createdAt);
    }
}
