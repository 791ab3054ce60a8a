package dev.sallyport.domain.user;

import java.text.Normalizer;
import java.util.Optional;

/**
 * The name a person is shown by: 1 to {@value #MAX_LENGTH} code points in any script, in Unicode form NFC, of which one at least can
 * be seen; without control, line or direction-override characters, which could make a list of people lie.
 */
public record DisplayName(String value) {

    public static final int MAX_LENGTH = 100;

    /** Hangul fillers and the empty braille pattern. */
    private static final String INVISIBLE = "\u115F\u1160\u3164\uFFA0\u2800";

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

    /** What it is searched by: the name without regard to case. At most three times as long. */
    public String key() {
        return SearchPrefix.fold(value);
    }

    private static boolean isAcceptable(String text) {
        long length = text.codePointCount(0, text.length());
        return length >= 1
                && length <= MAX_LENGTH
                && text.equals(text.strip())
                && text.codePoints().allMatch(DisplayName::isHarmless)
                && text.codePoints().anyMatch(DisplayName::isSeen)
                && Normalizer.isNormalized(text, Normalizer.Form.NFC);
    }

    /** Something to see: neither a space nor a format character, nor one of the letters that are drawn as nothing. */
    private static boolean isSeen(int c) {
        return !Character.isSpaceChar(c) && Character.getType(c) != Character.FORMAT && INVISIBLE.indexOf(c) < 0;
    }

    private static boolean isHarmless(int c) {
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
