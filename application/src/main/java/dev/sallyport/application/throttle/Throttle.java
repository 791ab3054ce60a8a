package dev.sallyport.application.throttle;

import dev.sallyport.application.audit.Audit;
import dev.sallyport.application.throttle.Turnstile.Gate;
import dev.sallyport.application.token.Caller;
import dev.sallyport.domain.Origin;
import dev.sallyport.domain.StoreUnavailableException;
import dev.sallyport.domain.audit.AuditType;
import dev.sallyport.domain.throttle.AttemptKey;
import dev.sallyport.domain.throttle.AttemptLimiter;
import dev.sallyport.domain.throttle.AttemptLimiter.Decision;
import dev.sallyport.domain.throttle.Limit;
import dev.sallyport.domain.user.UserId;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Lets attempts through, or not.
 *
 * <p>An attempt is taken before its outcome is known and given back if it was honest. Asking first and counting failures later
 * would let a burst of guesses through at once. How honest bursts fare is told in {@link Turnstile}.
 */
public final class Throttle {

    /** Longer than a password waits to be hashed; who has waited so long is refused. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final AttemptLimiter limiter;
    private final ThrottlePolicy policy;
    private final Audit audit;
    private final InstantSource clock;
    private final Turnstile turnstile = new Turnstile();

    public Throttle(AttemptLimiter limiter, ThrottlePolicy policy, Audit audit, InstantSource clock) {
        this.limiter = limiter;
        this.policy = policy;
        this.audit = audit;
        this.clock = clock;
    }

    /** Takes one attempt to sign in from an address. */
    public Ticket signIn(Origin origin) {
        return take(AttemptKey.signIn(origin.address()), policy.signIn(), null, origin);
    }

    /** Takes one attempt to register from an address. */
    public Ticket registration(Origin origin) {
        return take(AttemptKey.registration(origin.address()), policy.registration(), null, origin);
    }

    /** Takes one attempt at the password of an account that is signed in. */
    public Ticket passwordCheck(UserId user, Origin origin) {
        return take(AttemptKey.passwordCheck(user), policy.signIn(), user, origin);
    }

    /**
     * Counts one request made with an API key. It is never given back, so nobody waits for those before it.
     *
     * @return why it is refused; empty if it is not
     */
    public Optional<Refusal> apiKey(Caller.WithKey caller, Origin origin) {
        if (!policy.enabled()) {
            return Optional.empty();
        }
        Attempt attempt = new Attempt(AttemptKey.apiKey(caller.key().id()), policy.apiKey(), clock.instant());
        return switch (limiter.take(attempt.key(), attempt.limit(), attempt.at())) {
            case Decision.Granted() -> Optional.empty();
            case Decision.Exceeded(Instant until, boolean first) -> {
                if (first) {
                    audit.record(AuditType.THROTTLE_EXCEEDED, caller, caller.account(), origin, attempt.details());
                }
                yield Optional.of(attempt.refusedUntil(until));
            }
        };
    }

    private Ticket take(AttemptKey key, Limit limit, @Nullable UserId subject, Origin origin) {
        if (!policy.enabled()) {
            return new Unlimited();
        }
        Gate gate = turnstile.enter(key);
        try {
            return take(gate, key, limit, subject, origin);
        } catch (RuntimeException e) {
            turnstile.leave(key);
            throw e;
        }
    }

    private Ticket take(Gate gate, AttemptKey key, Limit limit, @Nullable UserId subject, Origin origin) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        boolean first = false;
        while (true) {
            Attempt attempt = new Attempt(key, limit, clock.instant());
            long asked = gate.ask();
            switch (ask(gate, attempt)) {
                case Decision.Granted() -> {
                    return new Counted(gate, attempt);
                }
                case Decision.Exceeded(Instant until, boolean firstNow) -> {
                    first |= firstNow;
                    if (!gate.awaitTurn(asked, deadline)) {
                        recordFirst(first, attempt, subject, origin);
                        turnstile.leave(key);
                        return new Refused(attempt.refusedUntil(until));
                    }
                }
            }
        }
    }

    private void recordFirst(boolean first, Attempt attempt, @Nullable UserId subject, Origin origin) {
        if (first) {
            audit.recordStranger(AuditType.THROTTLE_EXCEEDED, subject, origin, attempt.details());
        }
    }

    private Decision ask(Gate gate, Attempt attempt) {
        boolean granted = false;
        try {
            Decision decision = limiter.take(attempt.key(), attempt.limit(), attempt.at());
            granted = decision instanceof Decision.Granted;
            return decision;
        } finally {
            if (granted) {
                gate.granted();
            } else {
                gate.notGranted();
            }
        }
    }

    private record Attempt(AttemptKey key, Limit limit, Instant at) {

        private Refusal refusedUntil(Instant until) {
            return new Refusal(limit, Duration.between(at, until));
        }

        /** Nothing of the key: whom or where it names stands in the record already, and can be erased from there. */
        private Map<String, String> details() {
            return Map.of("limit", key.kind());
        }
    }

    /** That an attempt was refused. */
    public record Refusal(Limit limit, Duration retryAfter) {}

    /** One attempt: refused, or granted and open until it is closed. */
    public sealed interface Ticket extends AutoCloseable {

        /** Why there is no attempt; empty if there is. */
        default Optional<Refusal> refusal() {
            return Optional.empty();
        }

        /** The attempt turned out not to count. */
        default void giveBack() {}

        /** Does what the attempt is for. If that throws, nothing was tried, and the attempt is given back. */
        default <T> T trying(Supplier<T> work) {
            try {
                return work.get();
            } catch (RuntimeException nothingWasTried) {
                giveBackAfter(nothingWasTried);
                throw nothingWasTried;
            }
        }

        private void giveBackAfter(RuntimeException failure) {
            try {
                giveBack();
            } catch (StoreUnavailableException alsoAway) {
                failure.addSuppressed(alsoAway);
            }
        }

        @Override
        default void close() {}
    }

    private record Unlimited() implements Ticket {}

    private record Refused(Refusal why) implements Ticket {

        @Override
        public Optional<Refusal> refusal() {
            return Optional.of(why);
        }
    }

    private final class Counted implements Ticket {

        private final Gate gate;
        private final Attempt attempt;

        private Counted(Gate gate, Attempt attempt) {
            this.gate = gate;
            this.attempt = attempt;
        }

        @Override
        public void giveBack() {
            limiter.giveBack(attempt.key(), attempt.limit(), attempt.at());
        }

        @Override
        public void close() {
            gate.end();
            turnstile.leave(attempt.key());
        }
    }
}
