package dev.sallyport.journey;

import dev.sallyport.testkit.Race;
import dev.sallyport.testkit.journey.RunningService;
import dev.sallyport.testkit.journey.ServiceUnderTest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Two services in this process that know nothing of each other but their stores and their master key. */
record TwoInstances(Map<String, String> stores, List<RunningService> services) implements AutoCloseable {

    private static final String MASTER_KEY = "0123456789abcdef".repeat(4);

    /** Started at once. */
    static TwoInstances on(Map<String, String> stores) {
        List<RunningService> services = Race.of(2, number -> start(stores, ServiceUnderTest.QUICK));
        return new TwoInstances(stores, services);
    }

    RunningService startAnother(Map<String, String> settings) {
        return start(stores, settings);
    }

    private static RunningService start(Map<String, String> stores, Map<String, String> settings) {
        Map<String, String> all = new HashMap<>(settings);
        all.putAll(stores);
        all.put("master-key", MASTER_KEY);
        all.put("tokens.issuer", "http://localhost:8080");
        return StartedService.with(all);
    }

    @Override
    public void close() {
        services.forEach(RunningService::close);
    }
}
