package dev.sallyport.domain.token;

import dev.sallyport.domain.user.UserId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A permission to do one thing once.
 *
 * @param subject the account it is about; null when there is none
 * @param usedAt null while it is unused
 */
public record OneTimeToken(
        OneTimeHash hash,
        OneTimePurpose purpose,
        @Nullable UserId subject,
        Instant createdAt,
        Instant expiresAt,
        @Nullable Instant usedAt) {

    public boolean isExpired(Instant now) {
        return !now.isBefore(expiresAt);
    }
}
