package dev.sallyport.outage;

import dev.sallyport.testkit.backend.OnBackend;
import dev.sallyport.testkit.backend.TestServer;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;

@OnBackend("Redis")
final class RedisAwayTest extends StoreAway {

    RedisAwayTest(@TempDir Path data) {
        super(data, "tokens", TestServer.redis(), Map.of("storage.accounts.url", "memory:"));
    }
}
