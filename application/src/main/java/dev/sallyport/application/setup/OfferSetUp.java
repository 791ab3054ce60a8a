package dev.sallyport.application.setup;

import dev.sallyport.domain.token.OneTimePurpose;
import dev.sallyport.domain.token.OneTimeSecret;
import dev.sallyport.domain.token.OneTimeToken;
import dev.sallyport.domain.token.OneTimeTokenStore;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.random.RandomGenerator;

/** Hands out a set-up token at the start of a service that has no Super Admin. One round trip when it has one, else two. */
public final class OfferSetUp {

    /** How long a token is good. */
    public static final Duration LIFETIME = Duration.ofHours(1);

    /** What came of it. */
    public sealed interface Result {
        record Offered(OneTimeSecret token, Instant expiresAt) implements Result {}

        record NotNeeded() implements Result {}
    }

    private final FirstSuperAdmin firstSuperAdmin;
    private final OneTimeTokenStore tokens;
    private final InstantSource clock;
    private final RandomGenerator random;

    public OfferSetUp(
            FirstSuperAdmin firstSuperAdmin, OneTimeTokenStore tokens, InstantSource clock, RandomGenerator random) {
        this.firstSuperAdmin = firstSuperAdmin;
        this.tokens = tokens;
        this.clock = clock;
        this.random = random;
    }

    public Result offer() {
        if (!firstSuperAdmin.isNeeded()) {
            return new Result.NotNeeded();
        }
        OneTimeSecret secret = OneTimeSecret.next(random);
        Instant now = clock.instant();
        Instant expiresAt = now.plus(LIFETIME);
        tokens.add(new OneTimeToken(secret.hash(), OneTimePurpose.SETUP, null, now, expiresAt, null));
        return new Result.Offered(secret, expiresAt);
    }
}
