package dev.sallyport.journey;

import dev.sallyport.testkit.backend.OnBackend;
import dev.sallyport.testkit.backend.TestServer;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

@OnBackend("MongoDB")
final class MongoJourneyTest extends DatabaseJourney {

    MongoJourneyTest(@TempDir Path data) {
        super(data, TestServer.mongo()::freshUrl);
    }
}
