package dev.sallyport.adapters.crypto.key;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sallyport.adapters.crypto.token.SigningAlgorithm;
import dev.sallyport.adapters.crypto.token.SigningKey;
import dev.sallyport.adapters.crypto.token.SigningKeys;
import dev.sallyport.domain.key.KeyId;
import dev.sallyport.domain.key.KeyState;
import dev.sallyport.domain.key.SealedKey;
import dev.sallyport.testkit.People;
import dev.sallyport.testkit.Race;
import dev.sallyport.testkit.SteppingClock;
import java.security.SecureRandom;
import java.util.List;
import javax.crypto.SecretKey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class KeyRingTest {

    private static final MasterKey MASTER = MasterKey.fromText("00".repeat(31) + "01");
    private static final MasterKey OTHER_MASTER = MasterKey.fromText("00".repeat(31) + "02");
    private static final SharedSecret SECRET = new SharedSecret("a secret that two services have in common");

    private final FakeKeyStore store = new FakeKeyStore();
    private final KeyRing ring = ring(MASTER);

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "HS256")
    void makesAKeyOnceAndFindsItAgain(SigningAlgorithm algorithm) {
        SigningKeys first = ring.signingKeys(algorithm);
        SigningKeys afterRestart = ring(MASTER).signingKeys(algorithm);

        assertThat(afterRestart.active().toJwk()).isEqualTo(first.active().toJwk());
        assertThat(afterRestart.verifying()).hasSize(1);
        assertThat(store.candidates()).isEqualTo(1);
    }

    @Test
    void instancesThatStartTogetherSignWithOneKey() {
        List<KeyId> active = Race.of(
                8,
                number -> ring(MASTER)
                        .signingKeys(SigningAlgorithm.ES256)
                        .active()
                        .id());

        assertThat(active).containsOnly(store.list().getFirst().id());
    }

    @Test
    void afterAChangeOfAlgorithmTheOldKeyStillVerifies() {
        SigningKey old = ring.signingKeys(SigningAlgorithm.RS256).active();

        SigningKeys keys = ring.signingKeys(SigningAlgorithm.EdDSA);

        assertThat(keys.active().algorithm()).isEqualTo(SigningAlgorithm.EdDSA);
        assertThat(keys.verifying())
                .extracting(SigningKey::id)
                .containsExactlyInAnyOrder(keys.active().id(), old.id());
    }

    @Test
    void aRetiredKeyVerifiesNothing() {
        ring.signingKeys(SigningAlgorithm.ES256);
        store.turnAll(KeyState.RETIRED);

        SigningKeys keys = ring.signingKeys(SigningAlgorithm.EdDSA);

        assertThat(keys.verifying()).containsExactly(keys.active());
    }

    @Test
    void aRetiringKeyVerifiesAndSignsNoMore() {
        SigningKey old = ring.signingKeys(SigningAlgorithm.ES256).active();
        store.turnAll(KeyState.RETIRING);

        SigningKeys keys = ring.signingKeys(SigningAlgorithm.ES256);

        assertThat(keys.active().id()).isNotEqualTo(old.id());
        assertThat(keys.verifying()).extracting(SigningKey::id).contains(old.id());
    }

    @Test
    void theSharedSecretIsNotStoredAndItsIdIsTheSameEverywhere() {
        SigningKeys here = ring.signingKeys(SECRET);
        SigningKeys there = ring(OTHER_MASTER).signingKeys(SECRET);

        assertThat(there.active().id()).isEqualTo(here.active().id());
        assertThat(KeyId.parse(here.active().id().toString())).isPresent();
        assertThat(store.list()).isEmpty();
        assertThat(SECRET.toString()).doesNotContain("services");
    }

    @Test
    void aShortSharedSecretIsRefused() {
        assertThatThrownBy(() -> new SharedSecret("x".repeat(31)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("openssl rand -base64 32");
    }

    @Test
    void storedKeysVerifyBesideTheSharedSecret() {
        SigningKey old = ring.signingKeys(SigningAlgorithm.ES256).active();

        SigningKeys keys = ring.signingKeys(SECRET);

        assertThat(keys.verifying())
                .extracting(SigningKey::id)
                .contains(old.id(), keys.active().id());
    }

    @Test
    void theRefreshTokenKeyIsTheSameAfterARestart() {
        SecretKey first = ring.refreshTokenKey();
        SecretKey afterRestart = ring(MASTER).refreshTokenKey();

        assertThat(first.getEncoded()).hasSize(32).isEqualTo(afterRestart.getEncoded());
        assertThat(store.list()).extracting(SealedKey::purpose).containsExactly("refresh-token:HS256");
    }

    @Test
    void anotherMasterKeyIsToldFromTheRightOneInOneSentence() {
        ring.refreshTokenKey();

        assertThatThrownBy(() -> ring(OTHER_MASTER).refreshTokenKey())
                .isInstanceOf(WrongMasterKeyException.class)
                .hasMessageContaining(store.list().getFirst().id().toString())
                .hasMessageContaining("refresh-token:HS256")
                .hasMessageEndingWith("first used with.");
    }

    @Test
    void aKeyOfAnAlgorithmFromTheFutureIsPassedOver() {
        store.add(new KeySealer(MASTER, new SecureRandom())
                .seal(KeyId.next(People.NOON, People.RANDOM), "access-token:ML-DSA-65", new byte[] {1}, People.NOON));

        SigningKeys keys = ring.signingKeys(SigningAlgorithm.ES256);

        assertThat(keys.verifying()).containsExactly(keys.active());
    }

    private KeyRing ring(MasterKey master) {
        return new KeyRing(store, master, new SecureRandom(), SteppingClock.fixed());
    }
}
