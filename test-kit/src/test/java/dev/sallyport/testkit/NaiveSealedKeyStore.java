package dev.sallyport.testkit;

import dev.sallyport.domain.key.SealedKey;
import dev.sallyport.domain.key.SealedKeyStore;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/** Right as long as nobody else is there: it looks for a key, and then it writes one. */
class NaiveSealedKeyStore implements SealedKeyStore {

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

    /** What becomes of a key on its way through the store. */
    SealedKey stored(SealedKey key) {
        return key;
    }

    Optional<SealedKey> active(String purpose) {
        return keys.stream().filter(key -> key.purpose().equals(purpose)).findFirst();
    }

    Comparator<SealedKey> oldestFirst() {
        return Comparator.comparing(SealedKey::createdAt);
    }
}
