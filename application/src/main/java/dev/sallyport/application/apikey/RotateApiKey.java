package dev.sallyport.application.apikey;

import dev.sallyport.application.Decide;
import dev.sallyport.application.Denial;
import dev.sallyport.application.apikey.FindApiKey.View;
import dev.sallyport.application.audit.Audit;
import dev.sallyport.application.token.Caller;
import dev.sallyport.domain.Origin;
import dev.sallyport.domain.apikey.ApiKey;
import dev.sallyport.domain.apikey.ApiKeyId;
import dev.sallyport.domain.apikey.ApiKeyStore;
import dev.sallyport.domain.apikey.ApiKeyText;
import dev.sallyport.domain.audit.AuditType;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * Gives a key a new secret, and lets the one in use be good for a while, so that a service can change over without a gap. While that time
 * runs, rotating again replaces the new secret, which perhaps nobody ever received: repeating a call whose answer was lost shuts no
 * service out. Four round trips.
 */
public final class RotateApiKey {

    /** Longer than this two secrets of a key are not good side by side. */
    public static final Duration LONGEST_OVERLAP = Duration.ofDays(7);

    /** What came of it. */
    public sealed interface Result {
        record Rotated(NewApiKey rotated) implements Result {}

        record OverlapInvalid() implements Result {}

        record Denied(Denial why) implements Result {}
    }

    private final FindApiKey findApiKey;
    private final ApiKeyStore keys;
    private final Audit audit;
    private final InstantSource clock;
    private final RandomGenerator random;

    public RotateApiKey(
            FindApiKey findApiKey, ApiKeyStore keys, Audit audit, InstantSource clock, RandomGenerator random) {
        this.findApiKey = findApiKey;
        this.keys = keys;
        this.audit = audit;
        this.clock = clock;
        this.random = random;
    }

    /** Takes how long the secret in use is good from now on, which never prolongs it; zero ends every secret but the new one. */
    public Result rotate(Caller caller, ApiKeyId id, Duration overlap, Origin origin) {
        if (overlap.isNegative() || overlap.compareTo(LONGEST_OVERLAP) > 0) {
            return new Result.OverlapInvalid();
        }
        return Decide.untilDecided(() -> decide(caller, id, overlap, origin));
    }

    private Optional<Result> decide(Caller caller, ApiKeyId id, Duration overlap, Origin origin) {
        return switch (findApiKey.toRotate(caller, id)) {
            case View.Hidden(Denial why) -> Optional.of(new Result.Denied(why));
            case View.Seen(ApiKey key) -> rotate(key, caller, overlap, origin);
        };
    }

    private Optional<Result> rotate(ApiKey key, Caller caller, Duration overlap, Origin origin) {
        ApiKeyText text = ApiKeyText.next(key.id(), random);
        Instant now = clock.instant();
        ApiKey rotated = key.rotated(text.hash(), now, now.plus(overlap));
        if (!keys.replace(key, rotated)) {
            return Optional.empty();
        }
        audit.record(
                AuditType.API_KEY_ROTATED,
                caller,
                key.creator(),
                origin,
                Map.of("key", key.id().toString()));
        return Optional.of(new Result.Rotated(new NewApiKey(rotated, text)));
    }
}
