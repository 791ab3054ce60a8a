package dev.sallyport.testkit;

import static dev.sallyport.testkit.OneTimeTokens.END;
import static dev.sallyport.testkit.OneTimeTokens.NOW;
import static dev.sallyport.testkit.OneTimeTokens.some;
import static dev.sallyport.testkit.OneTimeTokens.usedAt;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sallyport.domain.token.OneTimePurpose;
import dev.sallyport.domain.token.OneTimeToken;
import dev.sallyport.domain.token.OneTimeTokenStore;
import dev.sallyport.domain.token.OneTimeTokenStore.Use;
import dev.sallyport.domain.token.OneTimeTokenStore.Use.AlreadyUsed;
import dev.sallyport.domain.token.OneTimeTokenStore.Use.Expired;
import dev.sallyport.domain.token.OneTimeTokenStore.Use.Granted;
import dev.sallyport.domain.token.OneTimeTokenStore.Use.Unknown;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What every {@link OneTimeTokenStore} promises. The store may be shared with others: the contract's tokens are new.
 *
 * <p>As long as there is one {@link OneTimePurpose} only, that a token is unknown to every other cannot be shown.
 */
public interface OneTimeTokenStoreContract {

    OneTimeTokenStore store();

    @Test
    default void aTokenIsGrantedWithAllThatWasWritten() {
        OneTimeTokenStore store = store();
        OneTimeToken about = some();
        OneTimeToken aboutNobody = OneTimeTokens.of(null, NOW.minusMillis(1), END.plusMillis(1));
        store.add(about);
        store.add(aboutNobody);

        assertThat(use(store, about, NOW)).isEqualTo(new Granted(usedAt(about, NOW)));
        assertThat(use(store, aboutNobody, END)).isEqualTo(new Granted(usedAt(aboutNobody, END)));
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 10, 999, 86_400_001})
    default void aTokensInstantsComeBackToTheMillisecond(long millis) {
        OneTimeTokenStore store = store();
        Instant at = NOW.plusMillis(millis);
        OneTimeToken token = OneTimeTokens.of(null, at, END.plusMillis(millis));
        store.add(token);

        Use use = use(store, token, at);

        assertThat(use).isEqualTo(new Granted(usedAt(token, at)));
    }

    @Test
    default void aTokenIsGrantedOnce() {
        OneTimeTokenStore store = store();
        OneTimeToken token = some();
        store.add(token);
        use(store, token, NOW);

        assertThat(use(store, token, NOW)).isEqualTo(new AlreadyUsed());
        assertThat(use(store, token, END.minusMillis(1))).isEqualTo(new AlreadyUsed());
    }

    @Test
    default void aTokenThatWasNeverAddedIsUnknown() {
        OneTimeTokenStore store = store();

        assertThat(use(store, some(), NOW)).isEqualTo(new Unknown());
    }

    @Test
    default void oneTokenIsUsedAndNoOther() {
        OneTimeTokenStore store = store();
        OneTimeToken used = some();
        OneTimeToken other = some();
        store.add(used);
        store.add(other);

        use(store, used, NOW);

        assertThat(use(store, other, NOW)).isEqualTo(new Granted(usedAt(other, NOW)));
    }

    @Test
    default void aTokenIsGrantedUntilTheMillisecondItExpires() {
        OneTimeTokenStore store = store();
        OneTimeToken lasting = some();
        OneTimeToken expired = some();
        store.add(lasting);
        store.add(expired);

        Use justBefore = use(store, lasting, END.minusMillis(1));
        Use justThen = use(store, expired, END);

        assertThat(justBefore).isEqualTo(new Granted(usedAt(lasting, END.minusMillis(1))));
        assertThat(justThen).isIn(new Expired(), new Unknown());
    }

    @Test
    default void afterATokenExpiredNobodyLearnsWhetherItWasUsed() {
        OneTimeTokenStore store = store();
        OneTimeToken token = some();
        store.add(token);
        use(store, token, NOW);

        assertThat(use(store, token, END)).isIn(new Expired(), new Unknown());
        assertThat(use(store, token, END.plusMillis(1))).isIn(new Expired(), new Unknown());
    }

    @Test
    default void aTokenThatExpiredBeforeItWasAddedIsNotGranted() {
        OneTimeTokenStore store = store();
        OneTimeToken late = some(NOW.minusMillis(1));

        store.add(late);

        assertThat(use(store, late, NOW)).isIn(new Expired(), new Unknown());
    }

    @Test
    default void addingATokenAgainAddsNothing() {
        OneTimeTokenStore store = store();
        OneTimeToken token = some();
        store.add(token);

        store.add(OneTimeTokens.with(some(END.plusMillis(1)), token.hash()));

        assertThat(use(store, token, NOW)).isEqualTo(new Granted(usedAt(token, NOW)));
    }

    @Test
    default void addingATokenAgainDoesNotMakeItGoodAgain() {
        OneTimeTokenStore store = store();
        OneTimeToken token = some();
        store.add(token);
        use(store, token, NOW);

        store.add(token);

        assertThat(use(store, token, NOW)).isEqualTo(new AlreadyUsed());
    }

    @RepeatedTest(20)
    default void ofManySimultaneousUsesExactlyOneIsGranted() {
        OneTimeTokenStore store = store();
        OneTimeToken token = some();
        store.add(token);

        List<Use> uses = Race.of(64, number -> use(store, token, NOW.plusMillis(number)));

        List<Use> granted = IntStream.range(0, 64)
                .<Use>mapToObj(number -> new Granted(usedAt(token, NOW.plusMillis(number))))
                .filter(uses::contains)
                .toList();
        assertThat(granted).hasSize(1);
        assertThat(Collections.frequency(uses, new AlreadyUsed())).isEqualTo(63);
    }

    @RepeatedTest(5)
    default void ofManyUsesAtTheEndOfATokensTimeOnlyOneBeforeItIsGranted() {
        OneTimeTokenStore store = store();
        OneTimeToken token = some();
        store.add(token);

        List<Use> uses = Race.of(64, number -> use(store, token, END.minusMillis(number % 2)));

        assertThat(uses).filteredOn(Granted.class::isInstance).hasSizeLessThanOrEqualTo(1);
        assertThat(IntStream.range(0, 32).mapToObj(number -> uses.get(2 * number)))
                .allSatisfy(tooLate -> assertThat(tooLate).isIn(new Expired(), new Unknown()));
    }

    @RepeatedTest(5)
    default void aTokenThatIsAddedAgainWhileManyUseItIsGrantedOnce() {
        OneTimeTokenStore store = store();
        OneTimeToken token = some();

        List<Use> uses = Race.of(64, number -> {
            store.add(token);
            return use(store, token, NOW);
        });

        assertThat(Collections.frequency(uses, new Granted(usedAt(token, NOW)))).isEqualTo(1);
        assertThat(Collections.frequency(uses, new AlreadyUsed())).isEqualTo(63);
    }

    @Test
    default void aSweepRemovesNoTokenWhoseTimeIsNotOver() {
        OneTimeTokenStore store = store();
        OneTimeToken unused = some();
        OneTimeToken used = some();
        store.add(unused);
        store.add(used);
        use(store, used, NOW);

        store.sweep(END.minusMillis(1));

        assertThat(use(store, unused, NOW)).isEqualTo(new Granted(usedAt(unused, NOW)));
        assertThat(use(store, used, NOW)).isEqualTo(new AlreadyUsed());
    }

    @Test
    default void afterASweepWhatHasExpiredIsNotGranted() {
        OneTimeTokenStore store = store();
        OneTimeToken token = some();
        store.add(token);

        store.sweep(END.plusMillis(1));

        assertThat(use(store, token, END.plusMillis(1))).isIn(new Expired(), new Unknown());
    }

    private static Use use(OneTimeTokenStore store, OneTimeToken token, Instant at) {
        return store.use(token.hash(), token.purpose(), at);
    }
}
