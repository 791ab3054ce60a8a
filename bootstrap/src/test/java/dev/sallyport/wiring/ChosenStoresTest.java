package dev.sallyport.wiring;

import static dev.sallyport.testkit.journey.ServiceUnderTest.register;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.reactivestreams.client.MongoClient;
import dev.sallyport.adapters.redis.token.RedisSessionStore;
import dev.sallyport.journey.StartedService;
import dev.sallyport.testkit.backend.TestServer;
import io.micronaut.context.ApplicationContext;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is not chosen has no bean, opens no connection and runs no thread. */
final class ChosenStoresTest {

    private static final List<Class<?>> CLIENTS = List.of(DataSource.class, MongoClient.class, RedisSessionStore.class);

    @TempDir
    private Path data;

    @Test
    void memoryNeedsNobody() {
        assertThat(clientsOn(Map.of("storage.accounts.url", "memory:"))).isEmpty();
    }

    @Test
    void theEmbeddedDatabaseNeedsADataSource() {
        assertThat(clientsOn(Map.of())).containsExactly(DataSource.class);
    }

    @Test
    void mongoNeedsItsClientAlone() {
        assertThat(clientsOn(Map.of("storage.accounts.url", TestServer.mongo().freshUrl())))
                .containsExactly(MongoClient.class);
    }

    @Test
    void redisNeedsItsClientBesideTheAccounts() {
        assertThat(clientsOn(Map.of("storage.tokens.url", TestServer.redis().freshUrl())))
                .containsExactly(DataSource.class, RedisSessionStore.class);
    }

    /** Of a service that has answered somebody. */
    private List<Class<?>> clientsOn(Map<String, String> storage) {
        Map<String, String> settings = new HashMap<>(storage);
        settings.put("data", data.toString());
        try (StartedService started = StartedService.with(settings)) {
            register(started.api());
            ApplicationContext context = started.service().context();
            return CLIENTS.stream()
                    .filter(client -> !context.getBeansOfType(client).isEmpty())
                    .toList();
        }
    }
}
