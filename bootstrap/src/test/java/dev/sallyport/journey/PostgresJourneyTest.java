package dev.sallyport.journey;

import dev.sallyport.testkit.backend.OnBackend;
import dev.sallyport.testkit.backend.TestServer;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

@OnBackend("PostgreSQL")
final class PostgresJourneyTest extends DatabaseJourney {

    PostgresJourneyTest(@TempDir Path data) {
        super(data, TestServer.postgres()::freshUrl);
    }
}
