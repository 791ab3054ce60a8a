package dev.sallyport.domain.user;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * That an administrator keeps an account out.
 *
 * @param reason what other administrators read; {@link #isReason} says what fits
 * @param until when it ends by itself; null if somebody has to end it
 */
public record Suspension(String reason, @Nullable Instant until) {

    public static final int MAX_REASON = 200;

    /** What stands where nobody said why. */
    public static final String NO_REASON = "No reason given";

    public Suspension {
        if (!isReason(reason)) {
            throw new IllegalArgumentException("Expected a reason of 1 to " + MAX_REASON + " characters on one line");
        }
    }

    /** 1 to {@value #MAX_REASON} code points that are not all spaces, none of them a control character. */
    public static boolean isReason(String text) {
        return !text.isBlank()
                && text.codePointCount(0, text.length()) <= MAX_REASON
                && text.codePoints().noneMatch(Character::isISOControl);
    }

    public boolean isOver(Instant now) {
        return until != null && !now.isBefore(until);
    }
}
