package dev.sallyport.domain.user;

import java.text.Normalizer;
import java.util.Optional;

/**
 * The name a person is shown by: 1 to {@value #MAX_LENGTH} code points in any script, in Unicode form NFC, without control,
 * line or direction-override characters, which could make a list of people lie.
 */
public record DisplayName(String value) {

    public static final int MAX_LENGTH = 100;

    public DisplayName {
        if (!isAcceptable(value)) {
            throw new IllegalArgumentException("Expected 1 to 100 visible characters in form NFC");
        }
    }

    public static Optional<DisplayName> parse(String typed) {
        if (typed.length() > 4 * MAX_LENGTH) {
            return Optional.empty();
        }
        String tidy = Normalizer.normalize(typed, Normalizer.Form.NFC).strip();
        return isAcceptable(tidy) ? Optional.of(new DisplayName(tidy)) : Optional.empty();
    }

    private static boolean isAcceptable(String text) {
        long length = text.codePointCount(0, text.length());
        return length >= 1
                && length <= MAX_LENGTH
                && text.codePoints().allMatch(DisplayName::isVisible)
                && Normalizer.isNormalized(text, Normalizer.Form.NFC);
    }

    private static boolean isVisible(int c) {
        boolean overridesDirection = (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
        return !overridesDirection
                && switch (Character.getType(c)) {
                    case Character.CONTROL,
                            Character.SURROGATE,
                            Character.UNASSIGNED,
                            Character.LINE_SEPARATOR,
                            Character.PARAGRAPH_SEPARATOR -> false;
                    default -> true;
                };
    }
}
