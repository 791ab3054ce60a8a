package dev.sallyport.adapters.crypto.password;

import dev.sallyport.adapters.crypto.password.HashingSettings.Argon2id;
import dev.sallyport.adapters.crypto.password.HashingSettings.Bcrypt;
import dev.sallyport.domain.password.Password;
import dev.sallyport.domain.password.PasswordHash;
import dev.sallyport.domain.password.PasswordHasher;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * Hashes with one algorithm and reads all of them, in threads of its own.
 *
 * <p>Callers wait, so they should be virtual threads. A stored hash that asks for more work than bcrypt at cost 16 or Argon2id over
 * 128 MiB, and more than our own settings ask for, is a mismatch: whoever can write a hash must not be able to stop the service.
 */
public final class BoundedPasswordHasher implements PasswordHasher, AutoCloseable {

    private static final int MAX_FOREIGN_COST = 16;

    private final HashingSettings settings;
    private final HashingPool pool;
    private final KeyedBcrypt bcrypt;
    private final Argon2idScheme argon2id;
    private final List<HashScheme> schemes;
    private final String beginning;
    private final PasswordHash dummy;

    /** @param random makes the salts; must be unguessable */
    public BoundedPasswordHasher(HashingSettings settings, RandomGenerator random) {
        this.settings = settings;
        int maxCost =
                settings.algorithm() instanceof Bcrypt(int cost) ? Math.max(cost, MAX_FOREIGN_COST) : MAX_FOREIGN_COST;
        Argon2id own = settings.algorithm() instanceof Argon2id parameters ? parameters : Argon2id.DEFAULT;
        bcrypt = new KeyedBcrypt(maxCost, random);
        argon2id = new Argon2idScheme(Argon2idScheme.Ceiling.over(own, settings.threads()), random);
        schemes = List.of(bcrypt, argon2id, new PlainBcrypt(maxCost));
        beginning = switch (settings.algorithm()) {
            case Bcrypt parameters -> bcrypt.beginning(parameters);
            case Argon2id parameters -> argon2id.beginning(parameters);
        };
        dummy = switch (settings.algorithm()) {
            case Bcrypt parameters -> bcrypt.dummy(parameters);
            case Argon2id parameters -> argon2id.dummy(parameters);
        };
        pool = new HashingPool(settings.threads(), settings.queue());
    }

    @Override
    public PasswordHash hash(Password password) {
        return pool.run(() -> switch (settings.algorithm()) {
            case Bcrypt parameters -> bcrypt.hash(password, parameters);
            case Argon2id parameters -> argon2id.hash(password, parameters);
        });
    }

    @Override
    public Verification verify(Password password, PasswordHash hash) {
        return pool.run(() -> verified(password, hash.value()));
    }

    @Override
    public void verifyNothing(Password password) {
        verify(password, dummy);
    }

    /** How many passwords wait for a thread now. */
    public int queued() {
        return pool.queued();
    }

    /** Takes no more passwords, and returns when those that wait are hashed. */
    @Override
    public void close() {
        pool.close();
    }

    private Verification verified(Password password, String hash) {
        boolean matches = schemes.stream()
                .filter(scheme -> scheme.claims(hash))
                .findFirst()
                .map(scheme -> scheme.matches(password, hash))
                .orElse(false);
        if (!matches) {
            return Verification.MISMATCH;
        }
        return hash.startsWith(beginning) ? Verification.MATCH : Verification.MATCH_BUT_REHASH;
    }
}
