package dev.sallyport.outage;

import dev.sallyport.testkit.backend.OnBackend;
import dev.sallyport.testkit.backend.TestServer;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;

@OnBackend("MariaDB")
final class MariaDbAwayTest extends StoreAway {

    MariaDbAwayTest(@TempDir Path data) {
        super(data, "accounts", TestServer.mariaDb(), Map.of());
    }
}
