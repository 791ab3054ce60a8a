package dev.sallyport.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sallyport.domain.Holdings;
import dev.sallyport.domain.apikey.ApiKey;
import dev.sallyport.domain.apikey.ApiKeyId;
import dev.sallyport.domain.apikey.ApiKeyName;
import dev.sallyport.domain.apikey.ApiKeyStore;
import dev.sallyport.domain.role.Tier;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What an {@link ApiKeyStore} promises as {@link Holdings}: keys that were carried open what they opened. */
public interface ApiKeyHoldingsContract<S extends ApiKeyStore & Holdings<ApiKey>> extends HoldingsContract<ApiKey> {

    S store();

    @Override
    default Holdings<ApiKey> holdings() {
        return store();
    }

    @Override
    default void keep(ApiKey key) {
        store().add(key);
    }

    @Override
    default ApiKey sample(UUID id) {
        return ApiKeys.with(ApiKeys.some(), new ApiKeyId(id));
    }

    @Override
    default ApiKey changed(ApiKey key) {
        return ApiKeys.next(ApiKeys.with(key, new ApiKeyName("Changed")));
    }

    @Override
    default List<ApiKey> extremes() {
        Stream<ApiKey> ofEveryTier = Arrays.stream(Tier.values()).map(tier -> ApiKeys.with(ApiKeys.some(), tier));
        Stream<ApiKey> ofAllTimes = Stream.of("1970-01-01T00:00:00Z", "9999-12-31T23:59:59.999Z")
                .map(instant -> ApiKeys.at(ApiKeys.some(), Instant.parse(instant)));
        return Stream.of(Stream.of(ApiKeys.bare(), ApiKeys.full(), ApiKeys.longest()), ofEveryTier, ofAllTimes)
                .flatMap(keys -> keys)
                .toList();
    }

    @Override
    default String id(ApiKey key) {
        return key.id().value().toString();
    }

    @Test
    default void aRestoredApiKeyIsFoundAndListed() {
        ApiKey key = ApiKeys.full();

        store().restore(List.of(key));

        assertThat(store().find(key.id())).contains(key);
        assertThat(store().list(ApiKeys.justAbove(key), 1)).containsExactly(key);
    }

    @Test
    default void aRestoredApiKeyIsReplacedUnderItsVersion() {
        ApiKey key = ApiKeys.full();
        ApiKey next = ApiKeys.next(key);
        store().restore(List.of(key));

        assertThat(store().replace(key, next)).isTrue();

        assertThat(store().replace(key, next)).isFalse();
        assertThat(holdings().after("").filter(one -> one.id().equals(key.id())))
                .containsExactly(next);
    }

    @Test
    default void aUseOfARestoredApiKeyIsNoted() {
        ApiKey key = ApiKeys.some();
        store().restore(List.of(key));

        store().recordUse(key.id(), People.NOON, Duration.ZERO);

        assertThat(holdings().after("").filter(one -> one.id().equals(key.id())))
                .containsExactly(ApiKeys.usedAt(key, People.NOON));
    }

    @Test
    default void aRestoredApiKeyIsRemovedForGood() {
        ApiKey key = ApiKeys.some();
        store().restore(List.of(key));

        assertThat(store().remove(key.id())).isTrue();

        assertThat(store().find(key.id())).isEmpty();
        assertThat(holdings().after("")).doesNotContain(key);
    }
}
