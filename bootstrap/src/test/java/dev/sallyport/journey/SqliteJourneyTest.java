package dev.sallyport.journey;

import dev.sallyport.testkit.backend.OnBackend;
import java.nio.file.Path;
import java.util.UUID;
import org.junit.jupiter.api.io.TempDir;

@OnBackend("SQLite")
final class SqliteJourneyTest extends DatabaseJourney {

    SqliteJourneyTest(@TempDir Path data) {
        super(data, () -> "jdbc:sqlite:" + data.resolve(UUID.randomUUID() + ".db"));
    }
}
