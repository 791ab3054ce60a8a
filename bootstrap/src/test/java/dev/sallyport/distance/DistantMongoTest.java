package dev.sallyport.distance;

import dev.sallyport.testkit.backend.OnBackend;
import dev.sallyport.testkit.backend.TestServer;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

@OnBackend("MongoDB")
final class DistantMongoTest extends DistantStores {

    DistantMongoTest(@TempDir Path data) {
        super(data, TestServer.mongo(), 5);
    }
}
