package dev.sallyport.adapters.crypto.password;

import dev.sallyport.adapters.crypto.password.HashingSettings.Bcrypt;
import dev.sallyport.domain.password.Password;
import dev.sallyport.domain.password.PasswordHash;
import dev.sallyport.domain.password.PasswordHasher;
import dev.sallyport.testkit.PasswordHasherContract;
import org.junit.jupiter.api.AfterEach;

final class BcryptHasherTest implements PasswordHasherContract {

    private final Hashers hashers = new Hashers();

    @Override
    public PasswordHasher hasher() {
        return hashers.make(new Bcrypt(5), 2, 32);
    }

    @Override
    public PasswordHasher narrowHasher() {
        return hashers.make(new Bcrypt(10), 1, 1);
    }

    @Override
    public PasswordHash hashedLongAgo(Password password) {
        return hashers.make(new Bcrypt(4), 1, 1).hash(password);
    }

    @AfterEach
    void close() {
        hashers.close();
    }
}
