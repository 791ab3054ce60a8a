package dev.sallyport.distance;

import dev.sallyport.testkit.backend.OnBackend;
import dev.sallyport.testkit.backend.TestServer;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

@OnBackend("PostgreSQL + Redis")
final class DistantPostgresAndRedisTest extends DistantStores {

    DistantPostgresAndRedisTest(@TempDir Path data) {
        super(data, TestServer.postgres(), TestServer.redis(), 4);
    }
}
