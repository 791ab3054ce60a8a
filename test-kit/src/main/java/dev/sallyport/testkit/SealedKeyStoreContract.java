package dev.sallyport.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sallyport.domain.key.KeyId;
import dev.sallyport.domain.key.KeyState;
import dev.sallyport.domain.key.SealedKey;
import dev.sallyport.domain.key.SealedKeyStore;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/** What every {@link SealedKeyStore} promises. The store may be shared with others: the contract's purposes are its own. */
public interface SealedKeyStoreContract {

    SealedKeyStore store();

    @Test
    default void theFirstCandidateIsAgreedOn() {
        SealedKeyStore store = store();
        SealedKey candidate = key(purpose(), People.NOON);

        SealedKey agreed = store.agree(candidate);

        assertThat(agreed).isEqualTo(candidate);
        assertThat(store.list()).containsOnlyOnce(candidate);
    }

    @Test
    default void everyLaterCandidateYieldsToTheFirst() {
        SealedKeyStore store = store();
        String purpose = purpose();
        SealedKey first = key(purpose, People.NOON);
        SealedKey second = key(purpose, People.NOON.minusMillis(1));
        store.agree(first);

        SealedKey agreed = store.agree(second);

        assertThat(agreed).isEqualTo(first);
        assertThat(ofPurpose(store, purpose)).containsExactly(first);
    }

    @Test
    default void aKeyIsAgreedOnAgain() {
        SealedKeyStore store = store();
        SealedKey candidate = key(purpose(), People.NOON);
        store.agree(candidate);

        SealedKey agreed = store.agree(candidate);

        assertThat(agreed).isEqualTo(candidate);
        assertThat(ofPurpose(store, candidate.purpose())).containsExactly(candidate);
    }

    @Test
    default void aKeyOfTheGreatestSizeComesBack() {
        SealedKeyStore store = store();
        String purpose = "p".repeat(SealedKey.MAX_PURPOSE - 16) + People.unique();
        SealedKey candidate = new SealedKey(
                KeyId.next(People.NOON, People.RANDOM),
                purpose,
                KeyState.ACTIVE,
                "+/Az".repeat(SealedKey.MAX_SEALED / 4),
                People.NOON.plusMillis(1));

        store.agree(candidate);

        assertThat(store.agree(key(purpose, People.NOON))).isEqualTo(candidate);
        assertThat(ofPurpose(store, purpose)).containsExactly(candidate);
    }

    @Test
    default void eachPurposeHasAKeyOfItsOwn() {
        SealedKeyStore store = store();
        SealedKey access = key("access-token:" + People.unique(), People.NOON);
        SealedKey refresh = key("refresh-token:" + People.unique(), People.NOON);
        store.agree(access);

        SealedKey agreed = store.agree(refresh);

        assertThat(agreed).isEqualTo(refresh);
        assertThat(store.list()).contains(access, refresh);
    }

    @Test
    default void keysAreListedOldestFirst() {
        SealedKeyStore store = store();
        SealedKey middle = key(purpose(), People.NOON.plusMillis(1));
        SealedKey newest = key(purpose(), People.NOON.plusMillis(2));
        SealedKey oldest = key(purpose(), People.NOON);
        List<SealedKey> mine = List.of(middle, newest, oldest);
        mine.forEach(store::agree);

        List<SealedKey> listed = store.list();

        assertThat(listed.stream().filter(mine::contains)).containsExactly(oldest, middle, newest);
    }

    @RepeatedTest(5)
    default void allWhoStartTogetherLeaveWithTheSameKey() {
        SealedKeyStore store = store();
        String purpose = purpose();
        List<SealedKey> candidates =
                Stream.generate(() -> key(purpose, People.NOON)).limit(64).toList();

        List<SealedKey> agreed = Race.of(64, number -> store.agree(candidates.get(number)));

        assertThat(agreed.stream().distinct()).hasSize(1);
        assertThat(candidates).contains(agreed.getFirst());
        assertThat(ofPurpose(store, purpose)).containsExactly(agreed.getFirst());
    }

    private static String purpose() {
        return "contract:" + People.unique();
    }

    private static SealedKey key(String purpose, Instant createdAt) {
        return new SealedKey(
                KeyId.next(Backwards.from(People.NOON, createdAt), People.RANDOM),
                purpose,
                KeyState.ACTIVE,
                "c2VhbGVk",
                createdAt);
    }

    private static List<SealedKey> ofPurpose(SealedKeyStore store, String purpose) {
        return store.list().stream()
                .filter(key -> key.purpose().equals(purpose))
                .toList();
    }
}
