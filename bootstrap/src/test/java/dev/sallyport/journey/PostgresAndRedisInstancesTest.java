package dev.sallyport.journey;

import dev.sallyport.testkit.backend.OnBackend;
import dev.sallyport.testkit.backend.TestServer;
import dev.sallyport.testkit.journey.RunningService;
import dev.sallyport.testkit.journey.TwoInstancesContract;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;

/** Two instances on one PostgreSQL and one Redis. */
@OnBackend("PostgreSQL + Redis")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class PostgresAndRedisInstancesTest implements TwoInstancesContract {

    private final TwoInstances instances = TwoInstances.on(Map.of(
            "storage.accounts.url",
            TestServer.postgres().freshUrl(),
            "storage.tokens.url",
            TestServer.redis().freshUrl()));

    @Override
    public List<RunningService> both() {
        return instances.services();
    }

    @Override
    public RunningService start(Map<String, String> settings) {
        return instances.startAnother(settings);
    }

    @AfterAll
    void stop() {
        instances.close();
    }
}
