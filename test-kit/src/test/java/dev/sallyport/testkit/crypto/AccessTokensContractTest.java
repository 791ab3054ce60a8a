package dev.sallyport.testkit.crypto;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sallyport.domain.token.AccessTokens;
import dev.sallyport.testkit.AccessTokensContract;
import dev.sallyport.testkit.crypto.FlawedTokens.Flaw;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class AccessTokensContractTest {

    @Test
    void soundTokensPass() {
        assertThat(Bite.failedTests(Case.class, Flaw.NONE)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "NONE")
    void eachFlawIsNoticed(Flaw flaw) {
        assertThat(Bite.failedTests(Case.class, flaw)).contains(flaw.noticedBy());
    }

    @ExtendWith(Bite.Flaw.class)
    static final class Case implements AccessTokensContract {

        private final Flaw flaw;

        Case(Flaw flaw) {
            this.flaw = flaw;
        }

        @Override
        public AccessTokens tokens(Kind kind, InstantSource clock) {
            return new FlawedTokens(flaw, kind, clock);
        }

        @Override
        public String signed(String header, String payload) {
            return FlawedTokens.signed(Kind.OURS, header, payload);
        }
    }
}
