package dev.sallyport.adapters.crypto.password;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;

/** Makes hashers and closes them all. */
final class Hashers implements AutoCloseable {

    private final List<BoundedPasswordHasher> made = new ArrayList<>();

    BoundedPasswordHasher make(HashingSettings.Algorithm algorithm, int threads, int queue) {
        BoundedPasswordHasher hasher =
                new BoundedPasswordHasher(new HashingSettings(algorithm, threads, queue), new SecureRandom());
        made.add(hasher);
        return hasher;
    }

    @Override
    public void close() {
        made.forEach(BoundedPasswordHasher::close);
    }
}
