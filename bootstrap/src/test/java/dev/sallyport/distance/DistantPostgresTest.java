package dev.sallyport.distance;

import dev.sallyport.testkit.backend.OnBackend;
import dev.sallyport.testkit.backend.TestServer;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

@OnBackend("PostgreSQL")
final class DistantPostgresTest extends DistantStores {

    DistantPostgresTest(@TempDir Path data) {
        super(data, TestServer.postgres(), 5);
    }
}
