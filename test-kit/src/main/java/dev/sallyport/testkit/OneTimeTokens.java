package dev.sallyport.testkit;

import dev.sallyport.domain.token.OneTimeHash;
import dev.sallyport.domain.token.OneTimePurpose;
import dev.sallyport.domain.token.OneTimeSecret;
import dev.sallyport.domain.token.OneTimeToken;
import dev.sallyport.domain.user.UserId;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One-time tokens that nobody has used yet. */
final class OneTimeTokens {

    static final Instant NOW = WallClock.START;

    /** Longer than the tests take, in case a store lets tokens lapse by the clock of its server. */
    static final Instant END = NOW.plus(Duration.ofDays(1));

    private OneTimeTokens() {}

    static OneTimeToken some() {
        return some(END);
    }

    static OneTimeToken some(Instant expiresAt) {
        return of(UserId.next(NOW, People.RANDOM), NOW, expiresAt);
    }

    static OneTimeToken of(@Nullable UserId subject, Instant createdAt, Instant expiresAt) {
        OneTimeHash hash = OneTimeSecret.next(People.RANDOM).hash();
        return new OneTimeToken(hash, OneTimePurpose.SETUP, subject, createdAt, expiresAt, null);
    }

    static OneTimeToken with(OneTimeToken token, OneTimeHash hash) {
        return new OneTimeToken(
                hash, token.purpose(), token.subject(), token.createdAt(), token.expiresAt(), token.usedAt());
    }

    static OneTimeToken usedAt(OneTimeToken token, @Nullable Instant at) {
        return new OneTimeToken(
                token.hash(), token.purpose(), token.subject(), token.createdAt(), token.expiresAt(), at);
    }
}
