package dev.sallyport.journey;

import dev.sallyport.testkit.backend.OnBackend;
import dev.sallyport.testkit.backend.TestServer;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

@OnBackend("MongoDB + Redis")
final class MongoAndRedisJourneyTest extends DatabaseJourney {

    MongoAndRedisJourneyTest(@TempDir Path data) {
        super(data, TestServer.mongo()::freshUrl, TestServer.redis()::freshUrl);
    }
}
