package dev.sallyport.testkit;

import dev.sallyport.domain.token.OneTimeHash;
import dev.sallyport.domain.token.OneTimePurpose;
import dev.sallyport.domain.token.OneTimeToken;
import dev.sallyport.domain.token.OneTimeTokenStore;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Right as long as nobody else is there: it looks at a token, and then it writes that it was used. */
class NaiveOneTimeTokenStore implements OneTimeTokenStore, NaiveHoldings<OneTimeToken> {

    final Map<OneTimeHash, OneTimeToken> tokens = new ConcurrentHashMap<>();

    @Override
    public void add(OneTimeToken token) {
        if (!isHeld(token)) {
            Gap.open();
            put(token);
        }
    }

    @Override
    public Use use(OneTimeHash hash, OneTimePurpose purpose, Instant now) {
        OneTimeToken token = tokens.get(hash);
        if (token == null || token.purpose() != purpose) {
            return new Use.Unknown();
        }
        if (isOver(token, now)) {
            return new Use.Expired();
        }
        if (token.usedAt() != null) {
            return new Use.AlreadyUsed();
        }
        Gap.open();
        OneTimeToken used = OneTimeTokens.usedAt(token, now);
        tokens.put(hash, used);
        return new Use.Granted(used);
    }

    @Override
    public void sweep(Instant now) {
        tokens.values().removeIf(token -> token.isExpired(now));
    }

    @Override
    public String idOf(OneTimeToken token) {
        return token.hash().value();
    }

    @Override
    public Collection<OneTimeToken> records() {
        return tokens.values();
    }

    @Override
    public boolean isHeld(OneTimeToken token) {
        return tokens.containsKey(token.hash());
    }

    @Override
    public void put(OneTimeToken token) {
        tokens.put(token.hash(), stored(token));
    }

    /** What becomes of a token on its way through the store. */
    OneTimeToken stored(OneTimeToken token) {
        return token;
    }

    boolean isOver(OneTimeToken token, Instant now) {
        return token.isExpired(now);
    }
}
