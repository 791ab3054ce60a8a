package dev.sallyport.testkit;

import static dev.sallyport.testkit.OneTimeTokens.END;
import static dev.sallyport.testkit.OneTimeTokens.NOW;
import static dev.sallyport.testkit.OneTimeTokens.some;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sallyport.domain.token.OneTimeToken;
import dev.sallyport.domain.token.OneTimeTokenStore;
import dev.sallyport.domain.token.OneTimeTokenStore.Use.Unknown;
import org.junit.jupiter.api.Test;

/** What every {@link OneTimeTokenStore} promises where no token goes by itself. */
public interface OneTimeTokenSweepContract {

    OneTimeTokenStore store();

    @Test
    default void aSweepRemovesTokensThatHadExpiredBefore() {
        OneTimeTokenStore store = store();
        OneTimeToken unused = some();
        OneTimeToken used = some();
        store.add(unused);
        store.add(used);
        store.use(used.hash(), used.purpose(), NOW);

        store.sweep(END.plusMillis(1));

        assertThat(store.use(unused.hash(), unused.purpose(), NOW)).isEqualTo(new Unknown());
        assertThat(store.use(used.hash(), used.purpose(), NOW)).isEqualTo(new Unknown());
    }
}
