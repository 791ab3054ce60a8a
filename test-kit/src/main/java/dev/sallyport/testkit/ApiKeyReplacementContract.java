package dev.sallyport.testkit;

import static dev.sallyport.testkit.ApiKeys.justAbove;
import static dev.sallyport.testkit.ApiKeys.next;
import static dev.sallyport.testkit.ApiKeys.usedAt;
import static dev.sallyport.testkit.ApiKeys.with;
import static dev.sallyport.testkit.People.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sallyport.domain.apikey.ApiKey;
import dev.sallyport.domain.apikey.ApiKeyName;
import dev.sallyport.domain.apikey.ApiKeyStore;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/** The part of {@link ApiKeyStoreContract} by which an API key is changed by compare-and-set, and removed. */
public interface ApiKeyReplacementContract {

    ApiKeyStore store();

    @Test
    default void aReplacementWritesEveryFieldOfAnApiKeyButItsUse() {
        ApiKeyStore store = store();
        ApiKey bare = ApiKeys.bare();
        ApiKey full = with(ApiKeys.full(), bare.id());
        store.add(bare);

        boolean replaced = store.replace(bare, full);

        assertThat(replaced).isTrue();
        assertThat(store.find(bare.id())).contains(usedAt(full, null));
    }

    @Test
    default void aReplacementMayLeaveOutWhatAnApiKeyHad() {
        ApiKeyStore store = store();
        ApiKey full = ApiKeys.full();
        ApiKey bare = with(ApiKeys.bare(), full.id());
        store.add(full);

        boolean replaced = store.replace(full, bare);

        assertThat(replaced).isTrue();
        assertThat(store.find(full.id())).contains(usedAt(bare, full.lastUsedAt()));
    }

    @Test
    default void aReplacementOfAnOlderVersionOfAnApiKeyIsNotWritten() {
        ApiKeyStore store = store();
        ApiKey first = ApiKeys.some();
        ApiKey second = next(first);
        store.add(first);
        store.replace(first, second);

        boolean replaced = store.replace(first, numbered(first, 2));

        assertThat(replaced).isFalse();
        assertThat(store.find(first.id())).contains(second);
    }

    @Test
    default void aReplacementOfAnUnknownApiKeyAddsNothing() {
        ApiKeyStore store = store();
        ApiKey unknown = ApiKeys.some();

        boolean replaced = store.replace(unknown, next(unknown));

        assertThat(replaced).isFalse();
        assertThat(store.find(unknown.id())).isEmpty();
    }

    @RepeatedTest(5)
    default void ofManySimultaneousReplacementsOfAnApiKeyExactlyOneIsWritten() {
        ApiKeyStore store = store();
        ApiKey key = ApiKeys.some();
        store.add(key);

        List<Boolean> replaced = Race.of(64, number -> store.replace(key, numbered(key, number)));

        assertThat(replaced).containsOnlyOnce(true);
        assertThat(store.find(key.id())).contains(numbered(key, replaced.indexOf(true)));
    }

    @RepeatedTest(5)
    default void noReplacementOfAnApiKeyIsLostWhenTheLosersDecideAgain() {
        ApiKeyStore store = store();
        ApiKey key = ApiKeys.some();
        store.add(key);

        Race.run(16, number -> replaceInTheEnd(store, key));

        assertThat(store.find(key.id()).map(ApiKey::version)).contains(17L);
    }

    @Test
    default void aReplacementKeepsTheUseThatTheStoreKnows() {
        ApiKeyStore store = store();
        ApiKey key = ApiKeys.some();
        Instant use = NOON.plusMillis(7);
        store.add(key);
        store.recordUse(key.id(), use, Duration.ZERO);

        store.replace(key, next(key));
        store.replace(next(key), usedAt(next(next(key)), NOON.plusMillis(9)));

        assertThat(store.find(key.id())).contains(usedAt(next(next(key)), use));
    }

    @RepeatedTest(5)
    default void usesAndReplacementsOfAnApiKeyAtOnceLoseNeither() {
        ApiKeyStore store = store();
        ApiKey key = ApiKeys.some();
        Instant latest = NOON.plusMillis(64);
        store.add(key);

        Race.run(64, number -> {
            if (number % 8 == 0) {
                replaceInTheEnd(store, key);
            } else {
                store.recordUse(key.id(), latest.minusMillis(number - 1), Duration.ZERO);
            }
        });

        ApiKey result = store.find(key.id()).orElseThrow();
        assertThat(result.version()).isEqualTo(9);
        assertThat(result.lastUsedAt()).isEqualTo(latest);
    }

    @Test
    default void anApiKeyThatWasRemovedIsFoundAndListedNoMore() {
        ApiKeyStore store = store();
        ApiKey removed = ApiKeys.some();
        ApiKey kept = ApiKeys.some();
        store.add(removed);
        store.add(kept);

        assertThat(store.remove(removed.id())).isTrue();

        assertThat(store.remove(removed.id())).isFalse();
        assertThat(store.find(removed.id())).isEmpty();
        assertThat(store.list(justAbove(removed), 1)).doesNotContain(removed);
        assertThat(store.find(kept.id())).contains(kept);
    }

    @Test
    default void aRemovalOfAnUnknownApiKeyIsToldSo() {
        ApiKeyStore store = store();

        assertThat(store.remove(ApiKeys.some().id())).isFalse();
    }

    @RepeatedTest(5)
    default void ofManySimultaneousRemovalsOfAnApiKeyExactlyOneIsToldSo() {
        ApiKeyStore store = store();
        ApiKey key = ApiKeys.some();
        store.add(key);

        List<Boolean> removed = Race.of(64, number -> store.remove(key.id()));

        assertThat(removed).containsOnlyOnce(true);
        assertThat(store.find(key.id())).isEmpty();
    }

    @RepeatedTest(5)
    default void whatReplacesAnApiKeyWhileItIsRemovedDoesNotBringItBack() {
        ApiKeyStore store = store();
        ApiKey key = ApiKeys.some();
        store.add(key);

        List<Boolean> removed = Race.of(32, number -> {
            if (number == 8) {
                return store.remove(key.id());
            }
            store.find(key.id()).ifPresent(present -> store.replace(present, next(present)));
            store.recordUse(key.id(), NOON.plusMillis(number), Duration.ZERO);
            return false;
        });

        assertThat(removed).containsOnlyOnce(true);
        assertThat(store.find(key.id())).isEmpty();
    }

    private static ApiKey numbered(ApiKey key, int number) {
        return next(with(key, new ApiKeyName("Number " + number)));
    }

    private static void replaceInTheEnd(ApiKeyStore store, ApiKey key) {
        boolean written = false;
        while (!written) {
            ApiKey present = store.find(key.id()).orElseThrow();
            written = store.replace(present, next(present));
        }
    }
}
