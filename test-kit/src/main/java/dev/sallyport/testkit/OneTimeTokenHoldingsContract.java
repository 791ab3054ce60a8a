package dev.sallyport.testkit;

import static dev.sallyport.testkit.OneTimeTokens.END;
import static dev.sallyport.testkit.OneTimeTokens.NOW;
import static dev.sallyport.testkit.OneTimeTokens.some;
import static dev.sallyport.testkit.OneTimeTokens.usedAt;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sallyport.domain.Holdings;
import dev.sallyport.domain.token.OneTimeHash;
import dev.sallyport.domain.token.OneTimeToken;
import dev.sallyport.domain.token.OneTimeTokenStore;
import dev.sallyport.domain.token.OneTimeTokenStore.Use;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What a {@link OneTimeTokenStore} promises as {@link Holdings}: tokens that were carried are good for as much as they were. */
public interface OneTimeTokenHoldingsContract<S extends OneTimeTokenStore & Holdings<OneTimeToken>>
        extends HoldingsContract<OneTimeToken> {

    S store();

    @Override
    default Holdings<OneTimeToken> holdings() {
        return store();
    }

    @Override
    default void keep(OneTimeToken token) {
        store().add(token);
    }

    /** Hashes in the order of the ids. */
    @Override
    default OneTimeToken sample(UUID id) {
        return OneTimeTokens.with(
                some(), new OneTimeHash(id.toString().replace("-", "").repeat(2)));
    }

    @Override
    default OneTimeToken changed(OneTimeToken token) {
        return usedAt(token, NOW);
    }

    @Override
    default List<OneTimeToken> extremes() {
        Instant farAway = NOW.plus(Duration.ofDays(7_000)).plusMillis(1);
        return List.of(some(), OneTimeTokens.of(null, Instant.EPOCH, farAway));
    }

    @Override
    default String id(OneTimeToken token) {
        return token.hash().value();
    }

    @Test
    default void aRestoredTokenIsGrantedOnce() {
        OneTimeToken token = some();

        store().restore(List.of(token));

        assertThat(store().use(token.hash(), token.purpose(), NOW)).isEqualTo(new Use.Granted(usedAt(token, NOW)));
        assertThat(store().use(token.hash(), token.purpose(), NOW)).isEqualTo(new Use.AlreadyUsed());
    }

    @Test
    default void aTokenThatWasUsedIsCarriedAsUsed() {
        OneTimeToken used = usedAt(some(), NOW.plusMillis(1));

        store().restore(List.of(used));

        assertThat(holdings().after("")).containsOnlyOnce(used);
        assertThat(store().use(used.hash(), used.purpose(), NOW.plusMillis(2))).isEqualTo(new Use.AlreadyUsed());
    }

    @Test
    default void howATokenWasUsedIsRead() {
        OneTimeToken token = some();
        store().add(token);

        store().use(token.hash(), token.purpose(), NOW.plusMillis(1));

        assertThat(holdings().after("")).containsOnlyOnce(usedAt(token, NOW.plusMillis(1)));
    }

    @Test
    default void aRestoredTokenExpires() {
        OneTimeToken token = some();

        store().restore(List.of(token));

        assertThat(store().use(token.hash(), token.purpose(), END)).isIn(new Use.Expired(), new Use.Unknown());
    }
}
