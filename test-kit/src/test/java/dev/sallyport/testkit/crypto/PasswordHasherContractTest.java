package dev.sallyport.testkit.crypto;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sallyport.domain.password.Password;
import dev.sallyport.domain.password.PasswordHash;
import dev.sallyport.domain.password.PasswordHasher;
import dev.sallyport.testkit.PasswordHasherContract;
import dev.sallyport.testkit.crypto.FlawedHasher.Flaw;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class PasswordHasherContractTest {

    @Test
    void aSoundHasherPasses() {
        assertThat(Bite.failedTests(Case.class, Flaw.NONE)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "NONE")
    void eachFlawIsNoticed(Flaw flaw) {
        assertThat(Bite.failedTests(Case.class, flaw)).contains(flaw.noticedBy());
    }

    @ExtendWith(Bite.Flaw.class)
    static final class Case implements PasswordHasherContract {

        private static final int CHEAP = 2_000;

        private final Flaw flaw;

        Case(Flaw flaw) {
            this.flaw = flaw;
        }

        @Override
        public PasswordHasher hasher() {
            return new FlawedHasher(flaw, CHEAP, CALLERS);
        }

        @Override
        public PasswordHasher narrowHasher() {
            return new FlawedHasher(flaw, 200_000, 2);
        }

        @Override
        public PasswordHash hashedLongAgo(Password password) {
            return new FlawedHasher(Flaw.NONE, CHEAP - 1, 1).hash(password);
        }
    }
}
