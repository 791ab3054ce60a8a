package dev.sallyport.adapters.memory;

import dev.sallyport.domain.key.SealedKey;
import dev.sallyport.domain.key.SealedKeyStore;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** Sealed keys in memory: a process that starts anew has new keys, so every token from before is void. */
public final class MemorySealedKeyStore implements SealedKeyStore {

    private final ConcurrentMap<String, SealedKey> activeByPurpose = new ConcurrentHashMap<>();

    @Override
    public SealedKey agree(SealedKey candidate) {
        SealedKey present = activeByPurpose.putIfAbsent(candidate.purpose(), candidate);
        return present == null ? candidate : present;
    }

    @Override
    public List<SealedKey> list() {
        return activeByPurpose.values().stream()
                .sorted(Comparator.comparing(SealedKey::createdAt))
                .toList();
    }
}
