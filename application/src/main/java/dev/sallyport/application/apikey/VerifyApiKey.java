package dev.sallyport.application.apikey;

import dev.sallyport.application.Together;
import dev.sallyport.application.throttle.Throttle;
import dev.sallyport.application.throttle.Throttle.Refusal;
import dev.sallyport.application.token.Caller;
import dev.sallyport.domain.Origin;
import dev.sallyport.domain.apikey.ApiKey;
import dev.sallyport.domain.apikey.ApiKeyStore;
import dev.sallyport.domain.apikey.ApiKeyText;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Tells which service shows an API key. Two round trips: the key, then the count of its requests; once a minute its use is noted meanwhile.
 * Only a genuine key is counted, so that nobody who knows its id can use up what it may ask.
 */
public final class VerifyApiKey {

    private static final Duration NOTED_EVERY = Duration.ofMinutes(1);

    /** What came of it. */
    public sealed interface Result {
        record Granted(Caller.WithKey caller) implements Result {}

        /** Genuine, but its time has passed. */
        record Expired() implements Result {}

        /** Not ours, revoked, or its secret was rotated away. */
        record Refused() implements Result {}

        record Throttled(Refusal refusal) implements Result {}
    }

    private final ApiKeyStore keys;
    private final Throttle throttle;
    private final Together together;
    private final InstantSource clock;

    public VerifyApiKey(ApiKeyStore keys, Throttle throttle, Together together, InstantSource clock) {
        this.keys = keys;
        this.throttle = throttle;
        this.together = together;
        this.clock = clock;
    }

    public Result verify(String shown, Origin origin) {
        Instant now = clock.instant();
        Optional<ApiKeyText> text = ApiKeyText.parse(shown);
        Optional<ApiKey> key =
                text.flatMap(read -> keys.find(read.id()).filter(found -> found.accepts(read.hash(), now)));
        return key.map(genuine -> genuine.isExpired(now) ? new Result.Expired() : counted(genuine, now, origin))
                .orElseGet(Result.Refused::new);
    }

    private Result counted(ApiKey key, Instant now, Origin origin) {
        return isToBeNoted(key.lastUsedAt(), now)
                ? together.get(() -> counted(key, origin), () -> keys.recordUse(key.id(), now, NOTED_EVERY))
                : counted(key, origin);
    }

    private Result counted(ApiKey key, Origin origin) {
        Caller.WithKey caller = new Caller.WithKey(key);
        return throttle.apiKey(caller, origin)
                .<Result>map(Result.Throttled::new)
                .orElseGet(() -> new Result.Granted(caller));
    }

    private static boolean isToBeNoted(@Nullable Instant lastUsedAt, Instant now) {
        return lastUsedAt == null || !now.isBefore(lastUsedAt.plus(NOTED_EVERY));
    }
}
