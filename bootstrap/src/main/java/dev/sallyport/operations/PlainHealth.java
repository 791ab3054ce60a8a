package dev.sallyport.operations;

import io.micronaut.context.annotation.Replaces;
import io.micronaut.health.HealthStatus;
import io.micronaut.management.endpoint.health.HealthLevelOfDetail;
import io.micronaut.management.health.aggregator.DefaultHealthAggregator;
import io.micronaut.management.health.aggregator.HealthAggregator;
import io.micronaut.management.health.indicator.HealthIndicator;
import io.micronaut.management.health.indicator.HealthResult;
import jakarta.inject.Singleton;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;

/**
 * Health as everybody may see it: the worst status there is, and how each store is. What other indicators have to tell, of paths and
 * hosts, is nobody's business.
 */
@Singleton
@Replaces(DefaultHealthAggregator.class)
final class PlainHealth implements HealthAggregator<HealthResult> {

    @Override
    public Publisher<HealthResult> aggregate(HealthIndicator[] indicators, HealthLevelOfDetail level) {
        return Flux.fromArray(indicators)
                .flatMap(HealthIndicator::getResult)
                .collectList()
                .map(PlainHealth::sum);
    }

    @Override
    public Publisher<HealthResult> aggregate(String name, Publisher<HealthResult> results) {
        return Flux.from(results).collectList().map(PlainHealth::sum);
    }

    private static HealthResult sum(List<HealthResult> results) {
        HealthStatus worst = results.stream()
                .map(HealthResult::getStatus)
                .max(Comparator.naturalOrder())
                .orElse(HealthStatus.UNKNOWN);
        HealthResult.Builder sum = HealthResult.builder(null, worst);
        Map<String, Map<String, String>> stores = stores(results);
        return stores.isEmpty() ? sum.build() : sum.details(stores).build();
    }

    private static Map<String, Map<String, String>> stores(List<HealthResult> results) {
        Map<String, Map<String, String>> stores = new TreeMap<>();
        for (HealthResult result : results) {
            if (result.getDetails() instanceof StoresHealth.State state) {
                Map<String, String> store =
                        new TreeMap<>(Map.of("status", result.getStatus().getName()));
                state.breaker().ifPresent(breaker -> store.put("breaker", breaker.word()));
                stores.put(result.getName(), store);
            }
        }
        return stores;
    }
}
