package dev.sallyport.domain.user;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An e-mail address in the one form in which it is unique: ASCII, lower case.
 *
 * <p>Only ASCII addresses are taken (RFC 5321 dot-atoms; internationalised domains in their {@code xn--} form), and only ASCII
 * letters are folded. Unicode folding would make U+212A (Kelvin sign) equal to {@code k} in one place and not in another,
 * which is how accounts get taken over; docs/adr/0005 has the story.
 */
public record Email(String value) {

    /** RFC 5321, 4.5.3.1.3, less the angle brackets. */
    public static final int MAX_LENGTH = 254;

    private static final int MAX_LOCAL_LENGTH = 64;
    private static final String ATOM = "[a-z0-9!#$%&'*+/=?^_`{|}~-]+";
    private static final String LABEL = "[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?";
    private static final Pattern SHAPE =
            Pattern.compile(ATOM + "(?:\\." + ATOM + ")*+@(?:" + LABEL + "\\.)+[a-z](?:[a-z0-9-]{0,61}[a-z0-9])");

    public Email {
        if (!isCanonical(value)) {
            throw new IllegalArgumentException("Expected a lower-case ASCII e-mail address of at most 254 characters");
        }
    }

    /** Reads what a person typed; empty unless it is an address we can keep. */
    public static Optional<Email> parse(String typed) {
        if (typed.length() > MAX_LENGTH) {
            return Optional.empty();
        }
        String folded = foldAscii(typed);
        return isCanonical(folded) ? Optional.of(new Email(folded)) : Optional.empty();
    }

    public String localPart() {
        return value.substring(0, value.indexOf('@'));
    }

    /** Masked, because addresses do not belong into logs: {@code a***@example.org}. */
    @Override
    public String toString() {
        return value.charAt(0) + "***" + value.substring(value.indexOf('@'));
    }

    private static boolean isCanonical(String text) {
        return text.length() <= MAX_LENGTH
                && text.indexOf('@') <= MAX_LOCAL_LENGTH
                && SHAPE.matcher(text).matches();
    }

    private static String foldAscii(String text) {
        StringBuilder folded = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            folded.append(c >= 'A' && c <= 'Z' ? (char) (c + ('a' - 'A')) : c);
        }
        return folded.toString();
    }
}
