package dev.sallyport.breaker;

import java.util.Optional;

/**
 * What stands before the stores: one breaker for each remote database, the same one twice if it keeps everything. Empty for what
 * lies in this process and cannot be away.
 */
public record Breakers(Optional<Breaker> accounts, Optional<Breaker> tokens) {

    /** A port to the database of accounts. */
    public <P> P guardAccounts(Class<P> port, P store) {
        return accounts.map(breaker -> breaker.guard(port, store)).orElse(store);
    }

    /** A port to the database of tokens. */
    public <P> P guardTokens(Class<P> port, P store) {
        return tokens.map(breaker -> breaker.guard(port, store)).orElse(store);
    }
}
