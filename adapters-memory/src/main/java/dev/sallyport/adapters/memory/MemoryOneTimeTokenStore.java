package dev.sallyport.adapters.memory;

import dev.sallyport.domain.Holdings;
import dev.sallyport.domain.token.OneTimeHash;
import dev.sallyport.domain.token.OneTimePurpose;
import dev.sallyport.domain.token.OneTimeToken;
import dev.sallyport.domain.token.OneTimeTokenStore;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** One-time tokens in memory, gone with the process. One lock makes every call atomic. */
public final class MemoryOneTimeTokenStore implements OneTimeTokenStore, Holdings<OneTimeToken> {

    private final Map<OneTimeHash, OneTimeToken> tokens = new HashMap<>();

    @Override
    public synchronized void add(OneTimeToken token) {
        tokens.putIfAbsent(token.hash(), token);
    }

    @Override
    public synchronized Use use(OneTimeHash hash, OneTimePurpose purpose, Instant now) {
        OneTimeToken token = tokens.get(hash);
        if (token == null || token.purpose() != purpose) {
            return new Use.Unknown();
        }
        if (token.isExpired(now)) {
            return new Use.Expired();
        }
        if (token.usedAt() != null) {
            return new Use.AlreadyUsed();
        }
        OneTimeToken used = usedAt(token, now);
        tokens.put(hash, used);
        return new Use.Granted(used);
    }

    @Override
    public synchronized void sweep(Instant now) {
        tokens.values().removeIf(token -> token.isExpired(now));
    }

    @Override
    public String idOf(OneTimeToken token) {
        return token.hash().value();
    }

    @Override
    public synchronized Stream<OneTimeToken> after(String after) {
        return Held.after(after, tokens.values(), this);
    }

    @Override
    public synchronized void restore(List<OneTimeToken> restored) {
        restored.forEach(this::add);
    }

    @Override
    public synchronized long count() {
        return tokens.size();
    }

    private static OneTimeToken usedAt(OneTimeToken token, Instant now) {
        return new OneTimeToken(
                token.hash(), token.purpose(), token.subject(), token.createdAt(), token.expiresAt(), now);
    }
}
