package dev.sallyport.domain.password;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * What a new password must be.
 *
 * @param minLength in code points, at least 1
 * @param maxLength in code points, at most {@value #LONGEST}
 * @param required the kinds of character of which one each must be there
 * @param refuseCommon whether the passwords attackers try first are refused
 */
public record PasswordPolicy(int minLength, int maxLength, Set<CharacterKind> required, boolean refuseCommon) {

    public static final int LONGEST = 1024;

    public static final PasswordPolicy DEFAULT = new PasswordPolicy(8, 128, EnumSet.allOf(CharacterKind.class), true);

    public PasswordPolicy {
        if (minLength < 1 || minLength > maxLength || maxLength > LONGEST) {
            throw new IllegalArgumentException("Expected 1 <= minimum length <= maximum length <= " + LONGEST);
        }
        required = Set.copyOf(required);
    }

    /**
     * Everything that is wrong with a password, or nothing.
     *
     * @param identities what may not be the password, in any case: the address's local part, the username
     */
    public List<Violation> check(Password password, List<String> identities, CommonPasswords common) {
        List<Violation> violations = new ArrayList<>();
        int length = password.length();
        if (length < minLength) {
            violations.add(new Violation.TooShort(minLength));
        }
        if (length > maxLength) {
            violations.add(new Violation.TooLong(maxLength));
        }
        Set<CharacterKind> missing = missing(password);
        if (!missing.isEmpty()) {
            violations.add(new Violation.TooWeak(missing));
        }
        String folded = password.value().toLowerCase(Locale.ROOT);
        if (identities.stream()
                .anyMatch(identity -> identity.toLowerCase(Locale.ROOT).equals(folded))) {
            violations.add(new Violation.SameAsIdentity());
        }
        if (refuseCommon && common.contains(password)) {
            violations.add(new Violation.TooCommon());
        }
        return List.copyOf(violations);
    }

    private Set<CharacterKind> missing(Password password) {
        Set<CharacterKind> missing = EnumSet.noneOf(CharacterKind.class);
        for (CharacterKind kind : CharacterKind.values()) {
            if (required.contains(kind) && password.value().codePoints().noneMatch(kind::matches)) {
                missing.add(kind);
            }
        }
        return missing;
    }

    /** The kinds of character a policy may ask for, in any script. */
    public enum CharacterKind {
        UPPER,
        LOWER,
        DIGIT,
        /** Neither a letter nor a digit; a space is one. */
        SPECIAL;

        private boolean matches(int c) {
            return switch (this) {
                case UPPER -> Character.isUpperCase(c);
                case LOWER -> Character.isLowerCase(c);
                case DIGIT -> Character.isDigit(c);
                case SPECIAL -> !Character.isLetterOrDigit(c);
            };
        }
    }

    /** One rule that a password breaks. */
    public sealed interface Violation {
        record TooShort(int min) implements Violation {}

        record TooLong(int max) implements Violation {}

        record TooWeak(Set<CharacterKind> missing) implements Violation {
            public TooWeak {
                missing = Set.copyOf(missing);
            }
        }

        record SameAsIdentity() implements Violation {}

        record TooCommon() implements Violation {}
    }
}
