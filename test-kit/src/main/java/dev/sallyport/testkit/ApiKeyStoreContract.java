package dev.sallyport.testkit;

import static dev.sallyport.testkit.ApiKeys.justAbove;
import static dev.sallyport.testkit.ApiKeys.usedAt;
import static dev.sallyport.testkit.ApiKeys.with;
import static dev.sallyport.testkit.People.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sallyport.domain.Uuid7;
import dev.sallyport.domain.apikey.ApiKey;
import dev.sallyport.domain.apikey.ApiKeyId;
import dev.sallyport.domain.apikey.ApiKeyName;
import dev.sallyport.domain.apikey.ApiKeyStore;
import dev.sallyport.domain.role.Tier;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What every {@link ApiKeyStore} promises. The store may be shared with others: the contract's keys are new. */
public interface ApiKeyStoreContract extends ApiKeyReplacementContract {

    @Override
    ApiKeyStore store();

    @Test
    default void anApiKeyIsFoundAndListedAsItWasWritten() {
        ApiKeyStore store = store();
        List<ApiKey> keys = ofAMoment(store, ApiKeys.full(), ApiKeys.bare(), ApiKeys.longest());

        assertThat(keys).allSatisfy(key -> assertThat(store.find(key.id())).contains(key));
        assertThat(store.list(justAbove(keys.getFirst()), 3)).containsExactlyElementsOf(keys);
    }

    @Test
    default void anApiKeyThatWasNeverAddedIsNotFound() {
        ApiKeyStore store = store();

        assertThat(store.find(ApiKeys.some().id())).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    default void anApiKeyOfEachTierComesBack(Tier tier) {
        ApiKeyStore store = store();
        ApiKey key = with(ApiKeys.some(), tier);

        store.add(key);

        assertThat(store.find(key.id())).contains(key);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1970-01-01T00:00:00Z",
                "2026-11-21T12:00:00.001Z",
                "2026-10-25T01:30:00.500Z",
                "9999-12-31T23:59:59.999Z"
            })
    default void anApiKeysInstantsComeBackToTheMillisecond(Instant at) {
        ApiKeyStore store = store();
        ApiKey key = ApiKeys.at(ApiKeys.some(), at);

        store.add(key);

        assertThat(store.find(key.id())).contains(key);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Ærøskøbing → Łódź", "祖沖之 とし子 김연아", "𝒜 👩🏽‍🚀", "e\u0301", "' \" \\ % _ $set {a:1} <b>"})
    default void anApiKeysNameComesBackCodePointByCodePoint(String name) {
        ApiKeyStore store = store();
        ApiKey key = with(ApiKeys.some(), new ApiKeyName(name));

        store.add(key);

        assertThat(store.find(key.id())).contains(key);
    }

    @Test
    default void addingAnApiKeyAgainAddsNothing() {
        ApiKeyStore store = store();
        ApiKey key = ApiKeys.some();
        ApiKey next = ApiKeys.next(key);
        store.add(key);
        store.add(with(key, new ApiKeyName("Again")));
        assertThat(store.find(key.id())).contains(key);
        store.replace(key, next);

        store.add(key);

        assertThat(store.find(key.id())).contains(next);
    }

    @RepeatedTest(5)
    default void ofManyWhoAddAnApiKeyAtOnceOneIsHeard() {
        ApiKeyStore store = store();
        ApiKey key = ApiKeys.some();

        List<Optional<ApiKey>> found = Race.of(64, number -> {
            store.add(with(key, new ApiKeyName("Of number " + number)));
            return store.find(key.id());
        });

        Optional<ApiKey> stayed = store.find(key.id());
        assertThat(stayed).isPresent();
        assertThat(found).containsOnly(stayed);
    }

    @Test
    default void anApiKeyThatHasExpiredStays() {
        ApiKeyStore store = store();
        ApiKey expired = ApiKeys.at(ApiKeys.some(), Instant.EPOCH);
        store.add(expired);

        store.recordUse(expired.id(), NOON, Duration.ZERO);

        assertThat(store.find(expired.id())).contains(usedAt(expired, NOON));
    }

    @Test
    default void apiKeysAreListedNewestFirstByTheirIds() {
        ApiKeyStore store = store();
        Instant first = someMoment();
        ApiKey oldest = ApiKeys.some(first);
        ApiKey middle = ApiKeys.some(first.plusMillis(1));
        ApiKey newest = ApiKeys.some(first.plusMillis(2));
        List.of(middle, newest, oldest).forEach(store::add);

        assertThat(store.list(firstAt(first.plusMillis(3)), 3)).containsExactly(newest, middle, oldest);
        assertThat(store.list(firstAt(first.plusMillis(3)), 2)).containsExactly(newest, middle);
        assertThat(store.list(newest.id(), 2)).containsExactly(middle, oldest);
    }

    @Test
    default void aListOfApiKeysBeginsWithTheNewestOfAll() {
        ApiKeyStore store = store();
        ApiKey key = ApiKeys.some(Instant.parse("8888-08-08T08:08:08.888Z"));
        store.add(key);
        store.add(ApiKeys.some());

        List<ApiKey> listed = store.list(null, 2);

        assertThat(listed).hasSizeBetween(1, 2).isSortedAccordingTo(ApiKeys.NEWEST_FIRST);
        assertThat(listed.getFirst().id().toString())
                .isGreaterThanOrEqualTo(key.id().toString());
    }

    @Test
    default void aWalkThroughAllApiKeysMissesNoneThatStaysWhateverComesAndGoesMeanwhile() {
        ApiKeyStore store = store();
        Instant moment = someMoment();
        List<ApiKey> staying = ofAMoment(store, moment, 10);
        List<ApiKey> going = ofAMoment(store, moment, 10);

        List<ApiKey> seen = Pages.walk(store.list(firstAt(moment.plusMillis(1)), 3), last -> {
            going.stream().limit(3).forEach(key -> store.remove(key.id()));
            store.add(ApiKeys.some(moment));
            return store.list(last.id(), 3).stream()
                    .filter(key -> isOf(moment, key))
                    .toList();
        });

        assertThat(seen).doesNotHaveDuplicates().isSortedAccordingTo(ApiKeys.NEWEST_FIRST);
        assertThat(seen.stream().filter(staying::contains)).containsExactlyElementsOf(staying);
    }

    @Test
    default void aUseIsNotedAndTouchesNothingElse() {
        ApiKeyStore store = store();
        List<ApiKey> keys = ofAMoment(store, ApiKeys.some(), ApiKeys.some());
        ApiKey used = keys.getFirst();

        store.recordUse(used.id(), NOON.plusMillis(1), Duration.ZERO);

        assertThat(store.list(justAbove(keys.getFirst()), 2))
                .containsExactly(usedAt(used, NOON.plusMillis(1)), keys.getLast());
    }

    @Test
    default void theLatestUseStaysInWhateverOrderTheyArrive() {
        ApiKeyStore store = store();
        ApiKey key = ApiKeys.some();
        Instant latest = NOON.plusMillis(2);
        store.add(key);

        store.recordUse(key.id(), latest.minusMillis(1), Duration.ZERO);
        store.recordUse(key.id(), latest, Duration.ZERO);
        store.recordUse(key.id(), latest.minusMillis(2), Duration.ZERO);

        assertThat(store.find(key.id())).contains(usedAt(key, latest));
    }

    @RepeatedTest(5)
    default void ofManySimultaneousUsesTheLatestStays() {
        ApiKeyStore store = store();
        ApiKey key = ApiKeys.some();
        Instant latest = NOON.plusMillis(64);
        store.add(key);

        Race.run(64, number -> store.recordUse(key.id(), latest.minusMillis(number), Duration.ZERO));

        assertThat(store.find(key.id())).contains(usedAt(key, latest));
    }

    @Test
    default void aUseSoonAfterTheOneThatIsNotedIsNotNoted() {
        ApiKeyStore store = store();
        ApiKey key = ApiKeys.some();
        Duration apart = Duration.ofMinutes(1);
        store.add(key);

        store.recordUse(key.id(), NOON, apart);
        store.recordUse(key.id(), NOON.plus(apart).minusMillis(1), apart);
        assertThat(store.find(key.id())).contains(usedAt(key, NOON));
        store.recordUse(key.id(), NOON.plus(apart), apart);

        assertThat(store.find(key.id())).contains(usedAt(key, NOON.plus(apart)));
    }

    @Test
    default void aUseOfAnUnknownApiKeyDoesNothing() {
        ApiKeyStore store = store();
        ApiKeyId unknown = ApiKeys.some().id();

        store.recordUse(unknown, NOON, Duration.ZERO);

        assertThat(store.find(unknown)).isEmpty();
    }

    @RepeatedTest(5)
    default void whatACallWroteOfAnApiKeyIsSeenByEveryLaterCall() {
        ApiKeyStore store = store();

        List<Boolean> seen = Race.of(64, number -> {
            ApiKey mine = ApiKeys.some();
            ApiKey next = ApiKeys.next(mine);
            store.add(mine);
            return store.find(mine.id()).isPresent()
                    && store.replace(mine, next)
                    && store.find(mine.id()).filter(next::equals).isPresent()
                    && store.remove(mine.id())
                    && store.find(mine.id()).isEmpty();
        });

        assertThat(seen).containsOnly(true);
    }

    /** One at which nobody else makes keys. */
    private static Instant someMoment() {
        return Instant.ofEpochMilli(People.RANDOM.nextLong(1L << 42, 1L << 46));
    }

    private static ApiKeyId firstAt(Instant moment) {
        return new ApiKeyId(Uuid7.first(moment));
    }

    private static boolean isOf(Instant moment, ApiKey key) {
        return key.id().toString().compareTo(firstAt(moment).toString()) >= 0;
    }

    private static List<ApiKey> ofAMoment(ApiKeyStore store, Instant moment, int count) {
        return ofAMoment(store, moment, Stream.generate(ApiKeys::some).limit(count));
    }

    private static List<ApiKey> ofAMoment(ApiKeyStore store, ApiKey... keys) {
        return ofAMoment(store, someMoment(), Stream.of(keys));
    }

    /** The keys, kept with ids of one moment, in the order in which they are to be listed. */
    private static List<ApiKey> ofAMoment(ApiKeyStore store, Instant moment, Stream<ApiKey> keys) {
        List<ApiKey> ofTheMoment = keys.map(key -> with(key, ApiKeyId.next(moment, People.RANDOM)))
                .sorted(ApiKeys.NEWEST_FIRST)
                .toList();
        ofTheMoment.forEach(store::add);
        return ofTheMoment;
    }
}
