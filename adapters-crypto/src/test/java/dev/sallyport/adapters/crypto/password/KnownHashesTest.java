package dev.sallyport.adapters.crypto.password;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sallyport.adapters.crypto.password.HashingSettings.Argon2id;
import dev.sallyport.adapters.crypto.password.HashingSettings.Bcrypt;
import dev.sallyport.domain.password.Password;
import dev.sallyport.domain.password.PasswordHash;
import dev.sallyport.domain.password.PasswordHasher.Verification;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Hashes that other implementations made: OpenBSD's and libxcrypt's bcrypt, the reference Argon2. */
final class KnownHashesTest {

    private final Hashers hashers = new Hashers();
    private final BoundedPasswordHasher hasher = hashers.make(new Bcrypt(5), 1, 8);

    @AfterEach
    void close() {
        hashers.close();
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '\'',
            value = {
                "U*U, $2a$05$CCCCCCCCCCCCCCCCCCCCC.E5YPO9kmyuRGyh0XouQYb4YMJKvyOeW",
                "U*U, $2b$05$CCCCCCCCCCCCCCCCCCCCC.E5YPO9kmyuRGyh0XouQYb4YMJKvyOeW",
                "U*U, $2y$05$CCCCCCCCCCCCCCCCCCCCC.E5YPO9kmyuRGyh0XouQYb4YMJKvyOeW",
                "U*U*, $2a$05$CCCCCCCCCCCCCCCCCCCCC.VGOzA784oUp/Z0DY336zx7pLYAy0lwK",
                "U*U*U, $2y$05$XXXXXXXXXXXXXXXXXXXXXOAcXxm9kjPGEMsLznoKqmqw7tc8WCx4a",
                "'', $2y$05$XXXXXXXXXXXXXXXXXXXXXO2shJqhVwhI02aCi7HmcOVai0S7/Erdm",
                "пароль, $2y$05$XXXXXXXXXXXXXXXXXXXXXOjs0yDzXc80vSTxiEhyQ7qJZ4kspnJwa"
            })
    void plainBcryptMatchesAndIsToBeRenewed(String password, String hash) {
        assertThat(hasher.verify(new Password(password), new PasswordHash(hash)))
                .isEqualTo(Verification.MATCH_BUT_REHASH);
        assertThat(hasher.verify(new Password(password + "x"), new PasswordHash(hash)))
                .isEqualTo(Verification.MISMATCH);
    }

    @Test
    void plainBcryptLooksAtSeventyTwoBytes() {
        PasswordHash hash = new PasswordHash("$2a$05$abcdefghijklmnopqrstuu5s2v8.iXieOjg/.AySBTTZIIVFJeBui");
        String first72 = "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";

        assertThat(hasher.verify(new Password(first72), hash)).isEqualTo(Verification.MATCH_BUT_REHASH);
        assertThat(hasher.verify(new Password(first72 + "chars after 72 are ignored"), hash))
                .isEqualTo(Verification.MATCH_BUT_REHASH);
        assertThat(hasher.verify(new Password(first72.substring(1)), hash)).isEqualTo(Verification.MISMATCH);
    }

    @Test
    void plainBcryptDoesNotStopAtANul() {
        PasswordHash hash = new PasswordHash("$2b$05$CCCCCCCCCCCCCCCCCCCCC.E5YPO9kmyuRGyh0XouQYb4YMJKvyOeW");

        assertThat(hasher.verify(new Password("U*U\0whatever"), hash)).isEqualTo(Verification.MISMATCH);
    }

    /** Computed with libxcrypt and Python's hmac. */
    @Test
    void keyedBcryptIsWhatItsDescriptionSays() {
        PasswordHash hash =
                new PasswordHash("$bcrypt-hmac-sha384$v=1,r=05$..CA.uOD/eaGAOmJB.yMBu$I3tYosG.AVv.6/npzROvNzmA4GGsVty");

        assertThat(hasher.verify(new Password("correct horse 🔑"), hash)).isEqualTo(Verification.MATCH);
        assertThat(hasher.verify(new Password("correct horse"), hash)).isEqualTo(Verification.MISMATCH);
    }

    /** From the test vectors of the reference implementation. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc",
                "$argon2id$v=19$m=256,t=2,p=1$c29tZXNhbHQ$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4",
                "$argon2id$v=19$m=256,t=2,p=2$c29tZXNhbHQ$bQk8UB/VmZZF4Oo79iDXuL5/0ttZwg2f/5U52iv1cDc"
            })
    void argon2idMatches(String hash) {
        assertThat(hasher.verify(new Password("password"), new PasswordHash(hash)))
                .isEqualTo(Verification.MATCH_BUT_REHASH);
        assertThat(hasher.verify(new Password("passwore"), new PasswordHash(hash)))
                .isEqualTo(Verification.MISMATCH);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "$2x$05$CCCCCCCCCCCCCCCCCCCCC.E5YPO9kmyuRGyh0XouQYb4YMJKvyOeW",
                "$2b$17$CCCCCCCCCCCCCCCCCCCCC.E5YPO9kmyuRGyh0XouQYb4YMJKvyOeW",
                "$2b$03$CCCCCCCCCCCCCCCCCCCCC.E5YPO9kmyuRGyh0XouQYb4YMJKvyOeW",
                "$bcrypt-hmac-sha384$v=1,r=31$..CA.uOD/eaGAOmJB.yMBu$I3tYosG.AVv.6/npzROvNzmA4GGsVty",
                "$bcrypt-hmac-sha384$v=2,r=05$..CA.uOD/eaGAOmJB.yMBu$I3tYosG.AVv.6/npzROvNzmA4GGsVty",
                "$argon2id$v=19$m=131073,t=1,p=1$c29tZXNhbHQ$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4",
                "$argon2id$v=19$m=131072,t=9,p=1$c29tZXNhbHQ$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4",
                "$argon2id$v=19$m=256,t=9999,p=17$c29tZXNhbHQ$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4",
                "$argon2id$v=19$m=64,t=2,p=9$c29tZXNhbHQ$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4",
                "$argon2id$v=16$m=256,t=2,p=1$c29tZXNhbHQ$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4",
                "$argon2i$v=19$m=256,t=2,p=1$c29tZXNhbHQ$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4"
            })
    void aHashAboveTheCeilingIsRefusedWithoutWork(String hash) {
        long start = System.nanoTime();

        Verification verification = hasher.verify(new Password("password"), new PasswordHash(hash));

        assertThat(verification).isEqualTo(Verification.MISMATCH);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(1));
    }

    @Test
    void ourOwnParametersAreNeverAboveTheCeiling() {
        BoundedPasswordHasher large = hashers.make(new Argon2id(140 * 1024, 1, 1), 1, 1);

        PasswordHash hash = large.hash(new Password("password"));

        assertThat(large.verify(new Password("password"), hash)).isEqualTo(Verification.MATCH);
    }

    @Test
    void eachAlgorithmReadsTheOther() {
        BoundedPasswordHasher argon2id = hashers.make(new Argon2id(64, 1, 1), 1, 1);
        Password password = new Password("password");

        assertThat(argon2id.verify(password, hasher.hash(password))).isEqualTo(Verification.MATCH_BUT_REHASH);
        assertThat(hasher.verify(password, argon2id.hash(password))).isEqualTo(Verification.MATCH_BUT_REHASH);
    }
}
