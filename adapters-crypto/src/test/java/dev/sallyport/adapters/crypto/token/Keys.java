package dev.sallyport.adapters.crypto.token;

import dev.sallyport.domain.key.KeyId;
import dev.sallyport.testkit.People;
import java.security.SecureRandom;
import java.util.EnumMap;
import java.util.Map;

/** Keys to test with, made once: RSA takes its time. */
final class Keys {

    private static final Map<SigningAlgorithm, SigningKey> FIRST = new EnumMap<>(SigningAlgorithm.class);
    private static final Map<SigningAlgorithm, SigningKey> SECOND = new EnumMap<>(SigningAlgorithm.class);

    private Keys() {}

    static synchronized SigningKey of(SigningAlgorithm algorithm) {
        return FIRST.computeIfAbsent(algorithm, Keys::fresh);
    }

    static synchronized SigningKey another(SigningAlgorithm algorithm) {
        return SECOND.computeIfAbsent(algorithm, Keys::fresh);
    }

    private static SigningKey fresh(SigningAlgorithm algorithm) {
        return SigningKey.generate(KeyId.next(People.NOON, People.RANDOM), algorithm, new SecureRandom());
    }
}
