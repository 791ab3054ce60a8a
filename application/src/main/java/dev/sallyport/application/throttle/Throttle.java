package dev.sallyport.application.throttle;

import dev.sallyport.application.audit.Audit;
import dev.sallyport.domain.Origin;
import dev.sallyport.domain.audit.AuditType;
import dev.sallyport.domain.throttle.AttemptKey;
import dev.sallyport.domain.throttle.AttemptLimiter;
import dev.sallyport.domain.throttle.AttemptLimiter.Decision.Exceeded;
import dev.sallyport.domain.throttle.AttemptLimiter.Decision.Granted;
import dev.sallyport.domain.throttle.Limit;
import dev.sallyport.domain.user.UserId;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;

/**
 * Lets attempts through, or not.
 *
 * <p>An attempt is taken before its outcome is known and given back if it was honest. Asking first and counting failures later
 * would let a burst of guesses through at once.
 */
public final class Throttle {

    private final AttemptLimiter limiter;
    private final ThrottlePolicy policy;
    private final Audit audit;
    private final InstantSource clock;

    public Throttle(AttemptLimiter limiter, ThrottlePolicy policy, Audit audit, InstantSource clock) {
        this.limiter = limiter;
        this.policy = policy;
        this.audit = audit;
        this.clock = clock;
    }

    /** Takes one attempt to sign in from an address. */
    public Ticket signIn(Origin origin) {
        return take(AttemptKey.signIn(origin.address()), policy.signIn(), origin);
    }

    /** Takes one attempt to register from an address. */
    public Ticket registration(Origin origin) {
        return take(AttemptKey.registration(origin.address()), policy.registration(), origin);
    }

    /** Takes one attempt at the password of an account that is signed in. */
    public Ticket passwordCheck(UserId user, Origin origin) {
        return take(AttemptKey.passwordCheck(user), policy.signIn(), origin);
    }

    private Ticket take(AttemptKey key, Limit limit, Origin origin) {
        Instant now = clock.instant();
        if (!policy.enabled()) {
            return new Ticket(Optional.empty(), () -> {});
        }
        return switch (limiter.take(key, limit, now)) {
            case Granted() -> new Ticket(Optional.empty(), () -> limiter.giveBack(key, limit, now));
            case Exceeded(Instant until, boolean first) -> {
                if (first) {
                    audit.recordStranger(AuditType.THROTTLE_EXCEEDED, null, origin, Map.of("key", key.value()));
                }
                yield new Ticket(Optional.of(new Refusal(limit, Duration.between(now, until))), () -> {});
            }
        };
    }

    /** That an attempt was refused. */
    public record Refusal(Limit limit, Duration retryAfter) {}

    /** One attempt: refused, or granted and to be given back if it turns out not to count. */
    public record Ticket(Optional<Refusal> refusal, Runnable giveBack) {}
}
