package dev.sallyport.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sallyport.domain.password.HashingBusyException;
import dev.sallyport.domain.password.Password;
import dev.sallyport.domain.password.PasswordHash;
import dev.sallyport.domain.password.PasswordHasher;
import dev.sallyport.domain.password.PasswordHasher.Verification;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every {@link PasswordHasher} keeps. */
public interface PasswordHasherContract {

    int CALLERS = 64;

    /** Cheap parameters, and room for a few callers at once. */
    PasswordHasher hasher();

    /** One thread and room for one to wait; a hash takes 20 milliseconds at least, so that callers meet. */
    PasswordHasher narrowHasher();

    /** A hash as {@link #hasher()} would have made it before its parameters were raised. */
    PasswordHash hashedLongAgo(Password password);

    @Test
    default void theRightPasswordMatchesAndNoOther() {
        PasswordHasher hasher = hasher();

        PasswordHash hash = hasher.hash(new Password("correct horse"));

        assertThat(hasher.verify(new Password("correct horse"), hash)).isEqualTo(Verification.MATCH);
        assertThat(hasher.verify(new Password("correct horsf"), hash)).isEqualTo(Verification.MISMATCH);
        assertThat(hasher.verify(new Password("Correct horse"), hash)).isEqualTo(Verification.MISMATCH);
        assertThat(hasher.verify(new Password(""), hash)).isEqualTo(Verification.MISMATCH);
    }

    @Test
    default void theHundredthCharacterCounts() {
        PasswordHasher hasher = hasher();

        PasswordHash hash = hasher.hash(new Password("a".repeat(99) + "b"));

        assertThat(hasher.verify(new Password("a".repeat(99) + "b"), hash)).isEqualTo(Verification.MATCH);
        assertThat(hasher.verify(new Password("a".repeat(99) + "c"), hash)).isEqualTo(Verification.MISMATCH);
        assertThat(hasher.verify(new Password("a".repeat(99)), hash)).isEqualTo(Verification.MISMATCH);
    }

    @Test
    default void aNulAndWhatComesAfterItCount() {
        PasswordHasher hasher = hasher();

        PasswordHash hash = hasher.hash(new Password("before\0after"));

        assertThat(hasher.verify(new Password("before\0after"), hash)).isEqualTo(Verification.MATCH);
        assertThat(hasher.verify(new Password("before\0other"), hash)).isEqualTo(Verification.MISMATCH);
        assertThat(hasher.verify(new Password("before\0"), hash)).isEqualTo(Verification.MISMATCH);
        assertThat(hasher.verify(new Password("before"), hash)).isEqualTo(Verification.MISMATCH);
        assertThat(hasher.verify(new Password("before"), hasher.hash(new Password("before\0"))))
                .isEqualTo(Verification.MISMATCH);
    }

    @Test
    default void scriptsBeyondLatinCountToTheLastCodePoint() {
        PasswordHasher hasher = hasher();

        PasswordHash hash = hasher.hash(new Password("пароль🔑密码"));

        assertThat(hasher.verify(new Password("пароль🔑密码"), hash)).isEqualTo(Verification.MATCH);
        assertThat(hasher.verify(new Password("пароль🔑密碼"), hash)).isEqualTo(Verification.MISMATCH);
        assertThat(hasher.verify(new Password("??????🔑密码"), hash)).isEqualTo(Verification.MISMATCH);
    }

    @Test
    default void howAnAccentWasTypedDoesNotMatter() {
        PasswordHasher hasher = hasher();

        PasswordHash hash = hasher.hash(new Password("caf\u00e9 noir"));

        assertThat(hasher.verify(new Password("cafe\u0301 noir"), hash)).isEqualTo(Verification.MATCH);
    }

    @Test
    default void twoHashesOfOnePasswordDiffer() {
        PasswordHasher hasher = hasher();

        PasswordHash first = hasher.hash(new Password("correct horse"));
        PasswordHash second = hasher.hash(new Password("correct horse"));

        assertThat(first).isNotEqualTo(second);
    }

    @Test
    default void aHashMadeUnderOlderParametersMatchesButIsToBeRenewed() {
        PasswordHasher hasher = hasher();

        PasswordHash old = hashedLongAgo(new Password("correct horse"));

        assertThat(hasher.verify(new Password("correct horse"), old)).isEqualTo(Verification.MATCH_BUT_REHASH);
        assertThat(hasher.verify(new Password("wrong horse"), old)).isEqualTo(Verification.MISMATCH);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "$",
                "$$$$$",
                "$unheard-of$v=1$c2FsdA$ZGlnZXN0",
                "$2b$12$short",
                "$2b$31$CCCCCCCCCCCCCCCCCCCCC.E5YPO9kmyuRGyh0XouQYb4YMJKvyOeW",
                "$2b$99$CCCCCCCCCCCCCCCCCCCCC.E5YPO9kmyuRGyh0XouQYb4YMJKvyOeW",
                "$argon2id$v=19$m=2147483647,t=2147483647,p=255$c2FsdHNhbHRzYWx0$MTIzNDU2Nzg5MDEyMzQ1Njc4OTAxMg",
                "$argon2id$v=19$m=0,t=0,p=0$c2FsdHNhbHRzYWx0$MTIzNDU2Nzg5MDEyMzQ1Njc4OTAxMg",
                "$argon2id$v=19$m=64,t=1,p=1$$"
            })
    default void anUnreadableOrHostileHashIsAMismatch(String hash) {
        Verification verification = hasher().verify(new Password("correct horse"), new PasswordHash(hash));

        assertThat(verification).isEqualTo(Verification.MISMATCH);
    }

    @Test
    default void aHashThatLostOrGainedACharacterIsAMismatch() {
        PasswordHasher hasher = hasher();
        Password password = new Password("correct horse");

        String hash = hasher.hash(password).value();

        assertThat(hasher.verify(password, new PasswordHash(hash.substring(0, hash.length() - 1))))
                .isEqualTo(Verification.MISMATCH);
        assertThat(hasher.verify(password, new PasswordHash(hash + "A"))).isEqualTo(Verification.MISMATCH);
        assertThat(hasher.verify(password, new PasswordHash(hash + "\n"))).isEqualTo(Verification.MISMATCH);
    }

    @Test
    default void ofManyCallersAtOnceEachGetsTheRightAnswerOrIsRefused() {
        PasswordHasher hasher = hasher();
        List<PasswordHash> hashes = List.of(hasher.hash(new Password("even")), hasher.hash(new Password("odd")));

        List<Optional<Boolean>> right = Race.of(
                CALLERS,
                number -> answer(() -> {
                    Verification found =
                            hasher.verify(new Password(number % 4 < 2 ? "even" : "odd"), hashes.get(number % 2));
                    return found == (number % 4 == 0 || number % 4 == 3 ? Verification.MATCH : Verification.MISMATCH);
                }));

        assertThat(right).contains(Optional.of(true)).doesNotContain(Optional.of(false));
    }

    @Test
    default void aFullQueueRefusesBeforeAnybodyIsDone() {
        PasswordHasher hasher = narrowHasher();
        AtomicInteger done = new AtomicInteger();
        AtomicInteger refusedWhileNobodyWasDone = new AtomicInteger();

        List<Boolean> accepted = Race.of(CALLERS, number -> {
            try {
                hasher.hash(new Password("correct horse"));
                done.incrementAndGet();
                return true;
            } catch (HashingBusyException busy) {
                refusedWhileNobodyWasDone.addAndGet(done.get() == 0 ? 1 : 0);
                assertThat(busy.retryAfter()).isGreaterThanOrEqualTo(Duration.ofSeconds(1));
                return false;
            }
        });

        assertThat(accepted).contains(true, false);
        assertThat(refusedWhileNobodyWasDone).hasPositiveValue();
    }

    @Test
    default void verifyingNothingWaitsInTheSameQueue() {
        PasswordHasher hasher = narrowHasher();

        List<Optional<Boolean>> accepted = Race.of(
                CALLERS,
                number -> answer(() -> {
                    hasher.verifyNothing(new Password("correct horse"));
                    return true;
                }));

        assertThat(accepted).contains(Optional.of(true), Optional.empty());
    }

    private static Optional<Boolean> answer(Supplier<Boolean> call) {
        try {
            return Optional.of(call.get());
        } catch (HashingBusyException busy) {
            return Optional.empty();
        }
    }
}
