package dev.sallyport.outage;

import dev.sallyport.testkit.backend.OnBackend;
import dev.sallyport.testkit.backend.TestServer;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;

/** Sessions can be asked about all the while, accounts cannot. */
@OnBackend("PostgreSQL + Redis")
final class PostgresBesideRedisAwayTest extends StoreAway {

    PostgresBesideRedisAwayTest(@TempDir Path data) {
        super(
                data,
                "accounts",
                TestServer.postgres(),
                Map.of("storage.tokens.url", TestServer.redis().freshUrl()));
    }
}
