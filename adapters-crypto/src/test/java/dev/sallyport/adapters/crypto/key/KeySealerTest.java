package dev.sallyport.adapters.crypto.key;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sallyport.domain.key.KeyId;
import dev.sallyport.domain.key.SealedKey;
import dev.sallyport.testkit.People;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;

final class KeySealerTest {

    private static final KeyId ID = KeyId.next(People.NOON, People.RANDOM);
    private static final byte[] KEY = "a key".getBytes(StandardCharsets.UTF_8);

    private final KeySealer sealer = sealer("01");

    @Test
    void opensWhatItSealed() {
        SealedKey sealed = sealer.seal(ID, "refresh-token:HS256", KEY, People.NOON);

        assertThat(sealer.open(sealed)).isEqualTo(KEY);
    }

    @Test
    void sealsEachTimeAnew() {
        SealedKey first = sealer.seal(ID, "refresh-token:HS256", KEY, People.NOON);
        SealedKey second = sealer.seal(ID, "refresh-token:HS256", KEY, People.NOON);

        assertThat(first.sealed()).isNotEqualTo(second.sealed());
    }

    @Test
    void anotherMasterKeyDoesNotOpen() {
        SealedKey sealed = sealer.seal(ID, "refresh-token:HS256", KEY, People.NOON);

        assertThatThrownBy(() -> sealer("02").open(sealed)).isInstanceOf(WrongMasterKeyException.class);
    }

    @Test
    void aKeyGivenAnotherIdOrPurposeDoesNotOpen() {
        SealedKey sealed = sealer.seal(ID, "refresh-token:HS256", KEY, People.NOON);
        KeyId otherId = KeyId.next(People.NOON, People.RANDOM);

        List<SealedKey> moved = List.of(
                new SealedKey(otherId, sealed.purpose(), sealed.state(), sealed.sealed(), sealed.createdAt()),
                new SealedKey(ID, "access-token:HS256", sealed.state(), sealed.sealed(), sealed.createdAt()));

        assertThat(moved)
                .allSatisfy(
                        key -> assertThatThrownBy(() -> sealer.open(key)).isInstanceOf(WrongMasterKeyException.class));
    }

    @Test
    void whatIsTooShortOrChangedDoesNotOpen() {
        SealedKey sealed = sealer.seal(ID, "refresh-token:HS256", KEY, People.NOON);
        byte[] changed = Base64.getDecoder().decode(sealed.sealed());
        changed[changed.length - 1] ^= 1;

        List<String> damaged = List.of("AAAA", Base64.getEncoder().encodeToString(changed));

        assertThat(damaged)
                .allSatisfy(text -> assertThatThrownBy(() -> sealer.open(
                                new SealedKey(ID, sealed.purpose(), sealed.state(), text, sealed.createdAt())))
                        .isInstanceOf(WrongMasterKeyException.class));
    }

    private static KeySealer sealer(String lastByte) {
        return new KeySealer(MasterKey.fromText("00".repeat(31) + lastByte), new SecureRandom());
    }
}
