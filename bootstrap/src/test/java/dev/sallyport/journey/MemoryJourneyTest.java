package dev.sallyport.journey;

import dev.sallyport.testkit.journey.JourneyContract;
import dev.sallyport.testkit.journey.RunningService;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Accounts and tokens in memory. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class MemoryJourneyTest implements JourneyContract {

    private final Path data;
    private final RunningService shared;

    MemoryJourneyTest(@TempDir Path data) {
        this.data = data;
        this.shared = start(ADMINISTERED);
    }

    @Override
    public RunningService start(Map<String, String> settings) {
        Map<String, String> all = new HashMap<>(settings);
        all.put("data", data.toString());
        all.put("storage.accounts.url", "memory:");
        return StartedService.with(all);
    }

    @Override
    public RunningService startEmpty(Map<String, String> settings) {
        return start(settings);
    }

    @Override
    public RunningService shared() {
        return shared;
    }

    @AfterAll
    void stop() {
        shared.close();
    }
}
