package dev.sallyport.adapters.crypto.key;

import dev.sallyport.adapters.crypto.token.SigningAlgorithm;
import dev.sallyport.adapters.crypto.token.SigningKey;
import dev.sallyport.adapters.crypto.token.SigningKeys;
import dev.sallyport.domain.StoreUnavailableException;
import dev.sallyport.domain.key.KeyId;
import dev.sallyport.domain.key.KeyState;
import dev.sallyport.domain.key.SealedKey;
import dev.sallyport.domain.key.SealedKeyStore;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/**
 * The service's own keys, which all instances on one store have in common. What is not there yet is made, and agreed upon.
 *
 * <p>Every method throws {@link WrongMasterKeyException} if a stored key does not open, and {@link StoreUnavailableException} if
 * the store cannot be asked. Meant for the start, before anything else needs a key.
 */
public final class KeyRing {

    private static final String ACCESS_TOKEN = "access-token:";
    private static final String REFRESH_TOKEN = "refresh-token:HS256";
    private static final String AUDIT = "audit:HS256";
    private static final String CURSOR = "cursor:HS256";
    private static final int SECRET_BYTES = 32;

    private final SealedKeyStore store;
    private final KeySealer sealer;
    private final SecureRandom random;
    private final InstantSource clock;

    public KeyRing(SealedKeyStore store, MasterKey master, SecureRandom random, InstantSource clock) {
        this.store = store;
        this.sealer = new KeySealer(master, random);
        this.random = random;
        this.clock = clock;
    }

    /**
     * The keys of access tokens: the active one of {@code algorithm} signs; it and every stored one that is not retired, of whatever
     * algorithm, is verified against, so that tokens outlive a change of algorithm.
     *
     * @throws IllegalArgumentException for HS256, see {@link #signingKeys(SharedSecret)}
     */
    public SigningKeys signingKeys(SigningAlgorithm algorithm) {
        if (algorithm == SigningAlgorithm.HS256) {
            throw new IllegalArgumentException("HS256 signs with a shared secret, which no store keeps");
        }
        List<SealedKey> stored = store.list();
        SealedKey active = agreed(ACCESS_TOKEN + algorithm, stored, id -> generated(id, algorithm));
        return signingKeys(opened(active, algorithm), stored);
    }

    /**
     * The keys of access tokens signed with HS256. The secret is verified against only while it signs: whoever leaves HS256 does so
     * because too many know the secret.
     */
    public SigningKeys signingKeys(SharedSecret secret) {
        return signingKeys(SigningKey.shared(secret.id(), secret.bytes()), store.list());
    }

    /** The key of refresh tokens. */
    public SecretKey refreshTokenKey() {
        return secretKey(REFRESH_TOKEN);
    }

    /** The key that audit records and checkpoints are sealed with. */
    public SecretKey auditKey() {
        return secretKey(AUDIT);
    }

    /** The same if there is one already: nothing is made. */
    public Optional<SecretKey> existingAuditKey() {
        return active(AUDIT, store.list()).map(this::secretKey);
    }

    /** The key of cursors. */
    public SecretKey cursorKey() {
        return secretKey(CURSOR);
    }

    private SecretKey secretKey(String purpose) {
        return secretKey(agreed(purpose, store.list(), id -> secret()));
    }

    private SecretKey secretKey(SealedKey sealed) {
        return new SecretKeySpec(sealer.open(sealed), "HmacSHA256");
    }

    /** Makes a key only if there is none: RSA keys take long, and all but one of a race are thrown away. */
    private SealedKey agreed(String purpose, List<SealedKey> stored, Function<KeyId, byte[]> fresh) {
        return active(purpose, stored).orElseGet(() -> store.agree(candidate(purpose, fresh)));
    }

    private static Optional<SealedKey> active(String purpose, List<SealedKey> stored) {
        return stored.stream()
                .filter(key -> key.state() == KeyState.ACTIVE && key.purpose().equals(purpose))
                .findFirst();
    }

    private SealedKey candidate(String purpose, Function<KeyId, byte[]> fresh) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        KeyId id = KeyId.next(now, random);
        return sealer.seal(id, purpose, fresh.apply(id), now);
    }

    private SigningKeys signingKeys(SigningKey active, List<SealedKey> stored) {
        List<SigningKey> verifying = new ArrayList<>(List.of(active));
        stored.stream()
                .filter(key -> key.state() != KeyState.RETIRED)
                .map(this::opened)
                .flatMap(Optional::stream)
                .filter(key -> !key.id().equals(active.id()))
                .forEach(verifying::add);
        return new SigningKeys(active, verifying);
    }

    /** Empty for what is no access token key, or one of an algorithm that only a later version knows. */
    private Optional<SigningKey> opened(SealedKey stored) {
        return Arrays.stream(SigningAlgorithm.values())
                .filter(algorithm -> stored.purpose().equals(ACCESS_TOKEN + algorithm))
                .findFirst()
                .map(algorithm -> opened(stored, algorithm));
    }

    private SigningKey opened(SealedKey stored, SigningAlgorithm algorithm) {
        return SigningKey.read(stored.id(), algorithm, new String(sealer.open(stored), StandardCharsets.UTF_8));
    }

    private byte[] generated(KeyId id, SigningAlgorithm algorithm) {
        return SigningKey.generate(id, algorithm, random).toJwk().getBytes(StandardCharsets.UTF_8);
    }

    private byte[] secret() {
        byte[] secret = new byte[SECRET_BYTES];
        random.nextBytes(secret);
        return secret;
    }
}
