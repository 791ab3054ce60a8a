package dev.sallyport.domain.password;

import static dev.sallyport.domain.password.PasswordPolicy.CharacterKind.DIGIT;
import static dev.sallyport.domain.password.PasswordPolicy.CharacterKind.LOWER;
import static dev.sallyport.domain.password.PasswordPolicy.CharacterKind.SPECIAL;
import static dev.sallyport.domain.password.PasswordPolicy.CharacterKind.UPPER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.sallyport.domain.password.PasswordPolicy.CharacterKind;
import dev.sallyport.domain.password.PasswordPolicy.Violation;
import dev.sallyport.domain.password.PasswordPolicy.Violation.SameAsIdentity;
import dev.sallyport.domain.password.PasswordPolicy.Violation.TooCommon;
import dev.sallyport.domain.password.PasswordPolicy.Violation.TooLong;
import dev.sallyport.domain.password.PasswordPolicy.Violation.TooShort;
import dev.sallyport.domain.password.PasswordPolicy.Violation.TooWeak;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

final class PasswordPolicyTest {

    private static final CommonPasswords NONE_IS_COMMON = password -> false;
    private static final CommonPasswords ALL_ARE_COMMON = password -> true;
    private static final PasswordPolicy LENIENT = new PasswordPolicy(1, 1024, Set.of(), false);
    private static final String GRINNING = "\ud83d\ude00";

    @ParameterizedTest
    @ValueSource(strings = {"Tr0ub4dor&3", "Aa1!aaaa", "\u00c4\u00e4\u0661 \u00e4\u00e4\u00e4\u00e4"})
    void acceptsByDefaultWhatHasEveryKindOfCharacter(String typed) {
        assertThat(check(PasswordPolicy.DEFAULT, typed)).isEmpty();
    }

    @Test
    void refusesTheShortAndSaysHowLongItMustBe() {
        PasswordPolicy policy = new PasswordPolicy(8, 128, Set.of(), false);

        assertThat(check(policy, "1234567")).containsExactly(new TooShort(8));
        assertThat(check(policy, "12345678")).isEmpty();
    }

    @Test
    void refusesTheLongAndSaysHowLongItMayBe() {
        PasswordPolicy policy = new PasswordPolicy(8, 128, Set.of(), false);

        assertThat(check(policy, "x".repeat(128))).isEmpty();
        assertThat(check(policy, "x".repeat(129))).containsExactly(new TooLong(128));
    }

    @Test
    void countsCodePoints() {
        PasswordPolicy policy = new PasswordPolicy(8, 10, Set.of(), false);

        assertThat(check(policy, GRINNING.repeat(7))).containsExactly(new TooShort(8));
        assertThat(check(policy, GRINNING.repeat(10))).isEmpty();
        assertThat(check(policy, GRINNING.repeat(11))).containsExactly(new TooLong(10));
        assertThat(check(policy, "e\u0301".repeat(7))).containsExactly(new TooShort(8));
    }

    @ParameterizedTest
    @CsvSource({"UPPER, tr0ub4dor&3", "LOWER, TR0UB4DOR&3", "DIGIT, Troubador&e", "SPECIAL, Tr0ub4dor33"})
    void refusesWhatLacksAKindOfCharacter(CharacterKind kind, String typed) {
        assertThat(check(PasswordPolicy.DEFAULT, typed)).containsExactly(new TooWeak(Set.of(kind)));
    }

    @Test
    void namesAllKindsThatAreMissing() {
        assertThat(check(PasswordPolicy.DEFAULT, "        ")).containsExactly(new TooWeak(Set.of(UPPER, LOWER, DIGIT)));
        assertThat(check(PasswordPolicy.DEFAULT, "\u5c71".repeat(8)))
                .containsExactly(new TooWeak(Set.of(UPPER, LOWER, DIGIT, SPECIAL)));
    }

    @ParameterizedTest
    @EnumSource(CharacterKind.class)
    void asksForNoKindThatIsSwitchedOff(CharacterKind kind) {
        Set<CharacterKind> others = EnumSet.complementOf(EnumSet.of(kind));
        PasswordPolicy policy = new PasswordPolicy(1, 1024, others, false);

        assertThat(check(policy, "\u5c71")).containsExactly(new TooWeak(others));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ada.lovelace", "ADA.LOVELACE", "Ada.Lovelace", "countess", "COUNTESS"})
    void refusesAnIdentityInAnyCase(String typed) {
        List<String> identities = List.of("ada.lovelace", "Countess");

        assertThat(LENIENT.check(new Password(typed), identities, NONE_IS_COMMON))
                .containsExactly(new SameAsIdentity());
    }

    @Test
    void acceptsAnIdentityWithSomethingAdded() {
        assertThat(LENIENT.check(new Password("ada.lovelace!"), List.of("ada.lovelace"), NONE_IS_COMMON))
                .isEmpty();
    }

    @Test
    void refusesWhatAttackersTryFirst() {
        PasswordPolicy policy = new PasswordPolicy(1, 1024, Set.of(), true);

        assertThat(policy.check(new Password("x"), List.of(), ALL_ARE_COMMON)).containsExactly(new TooCommon());
        assertThat(policy.check(new Password("x"), List.of(), NONE_IS_COMMON)).isEmpty();
    }

    @Test
    void doesNotAskWhatAttackersTryWhenThatIsSwitchedOff() {
        assertThat(LENIENT.check(new Password("x"), List.of(), ALL_ARE_COMMON)).isEmpty();
    }

    @Test
    void refusesNothingElseWhenEverythingIsSwitchedOff() {
        assertThat(check(LENIENT, "x")).isEmpty();
        assertThat(check(LENIENT, "")).containsExactly(new TooShort(1));
    }

    @Test
    void saysEverythingThatIsWrongAtOnce() {
        assertThat(PasswordPolicy.DEFAULT.check(new Password("ada"), List.of("ADA"), ALL_ARE_COMMON))
                .containsExactly(
                        new TooShort(8),
                        new TooWeak(Set.of(UPPER, DIGIT, SPECIAL)),
                        new SameAsIdentity(),
                        new TooCommon());
    }

    @Test
    void isNotMadeOfNonsense() {
        assertThatIllegalArgumentException().isThrownBy(() -> new PasswordPolicy(0, 10, Set.of(), true));
        assertThatIllegalArgumentException().isThrownBy(() -> new PasswordPolicy(11, 10, Set.of(), true));
        assertThatIllegalArgumentException().isThrownBy(() -> new PasswordPolicy(8, 1025, Set.of(), true));
    }

    private static List<Violation> check(PasswordPolicy policy, String typed) {
        return policy.check(new Password(typed), List.of(), NONE_IS_COMMON);
    }
}
