package dev.sallyport.application.throttle;

import dev.sallyport.application.audit.Audit;
import dev.sallyport.application.throttle.Turnstile.Gate;
import dev.sallyport.domain.Origin;
import dev.sallyport.domain.StoreUnavailableException;
import dev.sallyport.domain.apikey.ApiKeyId;
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
        return take(AttemptKey.signIn(origin.address()), policy.signIn(), origin);
    }

    /** Takes one attempt to register from an address. */
    public Ticket registration(Origin origin) {
        return take(AttemptKey.registration(origin.address()), policy.registration(), origin);
    }

    /** Takes one request made with an API key; it is never given back. */
    public Ticket apiKey(ApiKeyId key, Origin origin) {
        return take(AttemptKey.apiKey(key), policy.apiKey(), origin);
    }

    /** Takes one attempt at the password of an account that is signed in. */
    public Ticket passwordCheck(UserId user, Origin origin) {
        return take(AttemptKey.passwordCheck(user), policy.signIn(), origin);
    }

    private Ticket take(AttemptKey key, Limit limit, Origin origin) {
        if (!policy.enabled()) {
            return new Unlimited();
        }
        Gate gate = turnstile.enter(key);
        try {
            return take(gate, key, limit, origin);
        } catch (RuntimeException e) {
            turnstile.leave(key);
            throw e;
        }
    }

    private Ticket take(Gate gate, AttemptKey key, Limit limit, Origin origin) {
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
                        return refused(attempt, until, first, origin);
                    }
                }
            }
        }
    }

    private Ticket refused(Attempt attempt, Instant until, boolean first, Origin origin) {
        if (first) {
            Map<String, String> details = Map.of("key", attempt.key().value());
            audit.recordStranger(AuditType.THROTTLE_EXCEEDED, null, origin, details);
        }
        turnstile.leave(attempt.key());
        return new Refused(new Refusal(attempt.limit(), Duration.between(attempt.at(), until)));
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

    private record Attempt(AttemptKey key, Limit limit, Instant at) {}

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
