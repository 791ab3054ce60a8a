package dev.sallyport.breaker;

import dev.sallyport.domain.StoreUnavailableException;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreaker.StateTransition;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig.SlidingWindowType;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Spares everybody the wait for a database that is away: a circuit breaker, closed while the database answers, open after a number of
 * outages in a row, and half-open when a few calls try whether it is back. Only {@link StoreUnavailableException} is an outage. One
 * breaker stands before all ports of one database and serves all threads.
 */
public final class Breaker {

    private static final Logger LOG = LoggerFactory.getLogger(Breaker.class);

    private final CircuitBreaker breaker;
    private final LongAdder refused = new LongAdder();

    /** Takes the name that metrics and log lines know the database by. */
    public Breaker(String store, BreakerSettings settings, InstantSource clock) {
        this.breaker = CircuitBreaker.of(store, config(settings, clock));
        breaker.getEventPublisher().onStateTransition(event -> log(event.getStateTransition()));
    }

    /** The same port, whose calls throw {@link StoreUnavailableException} at once while this breaker is open. */
    public <P> P guard(Class<P> port, P store) {
        return port.cast(Proxy.newProxyInstance(
                port.getClassLoader(),
                new Class<?>[] {port},
                (_, method, arguments) -> call(store, method, arguments)));
    }

    private @Nullable Object call(Object store, Method method, @Nullable Object[] arguments) throws Throwable {
        if (method.getDeclaringClass() == Object.class) {
            return method.invoke(store, arguments);
        }
        if (!breaker.tryAcquirePermission()) {
            refused.increment();
            throw StoreUnavailableException.notAsked("The store of " + name());
        }
        long began = breaker.getCurrentTimestamp();
        try {
            Object answer = method.invoke(store, arguments);
            breaker.onSuccess(breaker.getCurrentTimestamp() - began, breaker.getTimestampUnit());
            closeIfTrying();
            return answer;
        } catch (InvocationTargetException thrown) {
            breaker.onError(
                    breaker.getCurrentTimestamp() - began, breaker.getTimestampUnit(), thrown.getTargetException());
            throw thrown.getTargetException();
        }
    }

    /** The library would wait for all trials to end, and refuse meanwhile what else a request asks of a store that is back. */
    private void closeIfTrying() {
        if (breaker.getState() == CircuitBreaker.State.HALF_OPEN) {
            breaker.transitionToClosedState();
        }
    }

    public String name() {
        return breaker.getName();
    }

    /** What it does now. While nobody calls, it stays open beyond its time. */
    public BreakerState state() {
        return switch (breaker.getState()) {
            case OPEN -> BreakerState.OPEN;
            case HALF_OPEN -> BreakerState.HALF_OPEN;
            default -> BreakerState.CLOSED; // we use none of the library's other states
        };
    }

    /** The state, as one gauge for each that is 1 for the present one, and the number of calls refused. */
    public void bindTo(MeterRegistry meters) {
        for (BreakerState state : BreakerState.values()) {
            Gauge.builder("auth.store.breaker", this, breaker -> breaker.state() == state ? 1 : 0)
                    .description("1 for the state that the breaker before a store is in")
                    .tags("store", name(), "state", state.word())
                    .register(meters);
        }
        FunctionCounter.builder("auth.store.refused", refused, LongAdder::doubleValue)
                .description("Calls that the breaker before a store refused")
                .tags("store", name())
                .register(meters);
    }

    /** A window of as many calls as may fail, all of which must, is so many in a row. */
    private static CircuitBreakerConfig config(BreakerSettings settings, InstantSource clock) {
        return CircuitBreakerConfig.custom()
                .slidingWindow(settings.failures(), settings.failures(), SlidingWindowType.COUNT_BASED)
                .failureRateThreshold(100)
                .recordException(StoreUnavailableException.class::isInstance)
                .waitDurationInOpenState(settings.open())
                .permittedNumberOfCallsInHalfOpenState(settings.trials())
                .clock(clock.withZone(ZoneOffset.UTC))
                .build();
    }

    /** In an outage of hours the trials would fill the log. */
    private void log(StateTransition transition) {
        switch (transition) {
            case CLOSED_TO_OPEN -> LOG.warn("The store of {} is out of reach; its breaker opens.", name());
            case HALF_OPEN_TO_CLOSED -> LOG.info("The store of {} is back; its breaker closes.", name());
            default -> LOG.debug("The breaker before the store of {}: {}.", name(), state());
        }
    }
}
