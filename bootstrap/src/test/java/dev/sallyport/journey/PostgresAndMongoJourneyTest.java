package dev.sallyport.journey;

import dev.sallyport.testkit.backend.OnBackend;
import dev.sallyport.testkit.backend.TestServer;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

@OnBackend("PostgreSQL + MongoDB")
final class PostgresAndMongoJourneyTest extends DatabaseJourney {

    PostgresAndMongoJourneyTest(@TempDir Path data) {
        super(data, TestServer.postgres()::freshUrl, TestServer.mongo()::freshUrl);
    }
}
