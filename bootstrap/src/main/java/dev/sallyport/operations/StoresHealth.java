package dev.sallyport.operations;

import dev.sallyport.breaker.Breaker;
import dev.sallyport.breaker.BreakerState;
import dev.sallyport.domain.StoreUnavailableException;
import io.micronaut.health.HealthStatus;
import io.micronaut.management.health.indicator.HealthIndicator;
import io.micronaut.management.health.indicator.HealthResult;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/**
 * Whether the stores answer. Each is asked anew by every probe, all at once, with one round trip that ends by the store's time-out;
 * while a breaker is open the answer costs nothing, and when it is half-open the question is one of its trials, so that the service
 * recovers though nobody sends it requests.
 */
public final class StoresHealth implements HealthIndicator {

    private final List<Store> stores;
    private final Scheduler blocking;

    /**
     * A database.
     *
     * @param name as metrics and log lines have it
     * @param question the cheapest there is; throws {@link StoreUnavailableException} if nobody answers
     * @param breaker what stands before it, if anything does
     */
    public record Store(String name, Runnable question, Optional<Breaker> breaker) {}

    /** What there is to say of a store beside its status. */
    record State(Optional<BreakerState> breaker) {}

    /** The executor takes calls that block. */
    public StoresHealth(List<Store> stores, ExecutorService blocking) {
        this.stores = List.copyOf(stores);
        this.blocking = Schedulers.fromExecutorService(blocking);
    }

    /** Asks every store; throws {@link StoreUnavailableException} if one does not answer. */
    public void check() {
        stores.forEach(store -> store.question().run());
    }

    /** A result for each store. */
    @Override
    public Publisher<HealthResult> getResult() {
        return Flux.fromIterable(stores).flatMap(this::ask);
    }

    private Mono<HealthResult> ask(Store store) {
        return Mono.fromCallable(() -> result(store)).subscribeOn(blocking);
    }

    private static HealthResult result(Store store) {
        HealthStatus status = answers(store) ? HealthStatus.UP : HealthStatus.DOWN;
        return HealthResult.builder(store.name(), status)
                .details(new State(store.breaker().map(Breaker::state)))
                .build();
    }

    private static boolean answers(Store store) {
        try {
            store.question().run();
            return true;
        } catch (StoreUnavailableException away) {
            return false;
        }
    }
}
