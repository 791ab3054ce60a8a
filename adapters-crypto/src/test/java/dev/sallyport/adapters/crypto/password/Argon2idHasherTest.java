package dev.sallyport.adapters.crypto.password;

import dev.sallyport.adapters.crypto.password.HashingSettings.Argon2id;
import dev.sallyport.domain.password.Password;
import dev.sallyport.domain.password.PasswordHash;
import dev.sallyport.domain.password.PasswordHasher;
import dev.sallyport.testkit.PasswordHasherContract;
import org.junit.jupiter.api.AfterEach;

final class Argon2idHasherTest implements PasswordHasherContract {

    private final Hashers hashers = new Hashers();

    @Override
    public PasswordHasher hasher() {
        return hashers.make(new Argon2id(64, 2, 1), 2, 32);
    }

    @Override
    public PasswordHasher narrowHasher() {
        return hashers.make(new Argon2id(16 * 1024, 3, 1), 1, 1);
    }

    @Override
    public PasswordHash hashedLongAgo(Password password) {
        return hashers.make(new Argon2id(64, 1, 1), 1, 1).hash(password);
    }

    @AfterEach
    void close() {
        hashers.close();
    }
}
