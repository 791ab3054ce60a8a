package dev.sallyport.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.sallyport.domain.Holdings;
import dev.sallyport.domain.key.KeyId;
import dev.sallyport.domain.key.KeyState;
import dev.sallyport.domain.key.SealedKey;
import dev.sallyport.domain.key.SealedKeyStore;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What a {@link SealedKeyStore} promises as {@link Holdings}: keys that were carried stay in force. */
public interface SealedKeyHoldingsContract<S extends SealedKeyStore & Holdings<SealedKey>>
        extends HoldingsContract<SealedKey> {

    S store();

    @Override
    default Holdings<SealedKey> holdings() {
        return store();
    }

    @Override
    default void keep(SealedKey key) {
        assertThat(store().agree(key)).isEqualTo(key);
    }

    @Override
    default SealedKey sample(UUID id) {
        return new SealedKey(new KeyId(id), purpose(), KeyState.ACTIVE, "c2VhbGVk", People.NOON);
    }

    @Override
    default SealedKey changed(SealedKey key) {
        return new SealedKey(key.id(), key.purpose(), KeyState.RETIRING, key.sealed(), key.createdAt());
    }

    @Override
    default List<SealedKey> extremes() {
        String longPurpose = "p".repeat(SealedKey.MAX_PURPOSE - 16) + People.unique();
        String longest = "+/Az".repeat(SealedKey.MAX_SEALED / 4);
        return List.of(
                new SealedKey(newId(), longPurpose, KeyState.ACTIVE, longest, People.NOON.plusMillis(1)),
                new SealedKey(newId(), purpose(), KeyState.ACTIVE, "AA==", Instant.EPOCH));
    }

    @Override
    default String id(SealedKey key) {
        return key.id().value().toString();
    }

    @Test
    default void theRestoredKeyIsTheOneAgreedOn() {
        SealedKey restored = sample(UUID.randomUUID());
        store().restore(List.of(restored));

        SealedKey agreed = store().agree(ofPurpose(restored.purpose(), KeyState.ACTIVE));

        assertThat(agreed).isEqualTo(restored);
        assertThat(store().list()).containsOnlyOnce(restored);
    }

    @Test
    default void keysOfEveryStateAreRestoredAndListed() {
        String purpose = purpose();
        List<SealedKey> keys = Arrays.stream(KeyState.values())
                .map(state -> ofPurpose(purpose, state))
                .toList();

        store().restore(keys);

        assertThat(store().list()).containsAll(keys);
        assertThat(store().after("")).containsAll(keys);
    }

    @Test
    default void twoKeysThatRetiredAreRestoredBesideEachOther() {
        String purpose = purpose();
        List<SealedKey> keys = List.of(ofPurpose(purpose, KeyState.RETIRED), ofPurpose(purpose, KeyState.RETIRED));

        store().restore(keys);

        assertThat(store().list()).containsAll(keys);
    }

    @Test
    default void aKeyThatRetiredIsNotAgreedOn() {
        String purpose = purpose();
        SealedKey candidate = ofPurpose(purpose, KeyState.ACTIVE);
        store().restore(List.of(ofPurpose(purpose, KeyState.RETIRED), ofPurpose(purpose, KeyState.RETIRING)));

        SealedKey agreed = store().agree(candidate);

        assertThat(agreed).isEqualTo(candidate);
    }

    @Test
    default void aSecondActiveKeyOfOnePurposeCannotBeRestored() {
        SealedKey active = sample(UUID.randomUUID());
        store().agree(active);

        assertThatIllegalStateException()
                .isThrownBy(() -> store().restore(List.of(ofPurpose(active.purpose(), KeyState.ACTIVE))));

        assertThat(store().agree(ofPurpose(active.purpose(), KeyState.ACTIVE))).isEqualTo(active);
    }

    private static SealedKey ofPurpose(String purpose, KeyState state) {
        return new SealedKey(newId(), purpose, state, "c2VhbGVk", People.NOON);
    }

    private static String purpose() {
        return "contract:" + People.unique();
    }

    private static KeyId newId() {
        return KeyId.next(People.NOON, People.RANDOM);
    }
}
