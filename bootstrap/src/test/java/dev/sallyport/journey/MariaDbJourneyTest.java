package dev.sallyport.journey;

import dev.sallyport.testkit.backend.OnBackend;
import dev.sallyport.testkit.backend.TestServer;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

@OnBackend("MariaDB")
final class MariaDbJourneyTest extends DatabaseJourney {

    MariaDbJourneyTest(@TempDir Path data) {
        super(data, TestServer.mariaDb()::freshUrl);
    }
}
