package dev.sallyport.outage;

import dev.sallyport.testkit.backend.OnBackend;
import dev.sallyport.testkit.backend.TestServer;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;

@OnBackend("PostgreSQL")
final class PostgresAwayTest extends StoreAway {

    PostgresAwayTest(@TempDir Path data) {
        super(data, "accounts", TestServer.postgres(), Map.of());
    }
}
