package dev.sallyport.wiring;

import dev.sallyport.application.move.Household;
import io.micronaut.context.ApplicationContext;
import java.security.SecureRandom;
import java.time.InstantSource;

/**
 * The stores of two databases, or of one that keeps everything, opened on their own: with no server, nothing that runs by itself and no
 * breaker before them. Missing tables and indexes are made, as a start of the service would.
 *
 * <p>Any number may be open at once, on any databases. Safe for many threads until it is closed.
 */
public final class OpenStores implements AutoCloseable {

    private final ApplicationContext context;
    private final AccountStores accounts;
    private final TokenStores tokens;

    private OpenStores(ApplicationContext context) {
        this.context = context;
        this.accounts = context.getBean(AccountStores.class);
        this.tokens = context.getBean(TokenStores.class);
    }

    /** Throws whatever keeps a database from being opened; {@link StoreFailure} finds the sentence for it. */
    public static OpenStores of(StoragePlan plan) {
        return opened(Wiring.stores(plan));
    }

    /**
     * The accounts of a plan, and nothing for tokens, to be read: what is not there is not made, neither databases nor tables. Throws
     * as {@link #of} does, and so may the first call on a store.
     */
    public static OpenStores accountsAsTheyAre(StoragePlan plan) {
        return opened(Wiring.storesAsTheyAre(plan.accountsAlone()));
    }

    private static OpenStores opened(ApplicationContext context) {
        try {
            return new OpenStores(context.start());
        } catch (RuntimeException | Error e) {
            context.close();
            throw e;
        }
    }

    public AccountStores accounts() {
        return accounts;
    }

    public TokenStores tokens() {
        return tokens;
    }

    /** Everything these stores hold. */
    public Household household() {
        AccountStores.AccountHoldings held = accounts.holdings();
        return new Household(
                held.keys(),
                held.roles(),
                held.users(),
                held.apiKeys(),
                tokens.holdings().sessions(),
                tokens.holdings().oneTimeTokens(),
                held.auditRecords(),
                held.checkpoints());
    }

    /** What tells the stores' users the time, in whole milliseconds. */
    public InstantSource clock() {
        return context.getBean(InstantSource.class);
    }

    /** What the stores' users throw dice with. */
    public SecureRandom random() {
        return context.getBean(SecureRandom.class);
    }

    /** Closes connections and pools. What is in memory is gone. */
    @Override
    public void close() {
        context.close();
    }
}
