package dev.sallyport.journey;

import dev.sallyport.testkit.journey.JourneyContract;
import dev.sallyport.testkit.journey.RunningService;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;

/** The journeys on databases that are empty at first. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class DatabaseJourney implements JourneyContract {

    private final Map<String, String> places;
    private final RunningService shared;

    /** Everything in one database; the folder is for the master key. */
    DatabaseJourney(Path data, String url) {
        this(Map.of("data", data.toString(), "storage.accounts.url", url));
    }

    DatabaseJourney(Path data, String accountsUrl, String tokensUrl) {
        this(Map.of("data", data.toString(), "storage.accounts.url", accountsUrl, "storage.tokens.url", tokensUrl));
    }

    private DatabaseJourney(Map<String, String> places) {
        this.places = places;
        this.shared = start(ADMINISTERED);
    }

    @Override
    public final RunningService start(Map<String, String> settings) {
        Map<String, String> all = new HashMap<>(settings);
        all.putAll(places);
        return StartedService.with(all);
    }

    @Override
    public final RunningService shared() {
        return shared;
    }

    @AfterAll
    final void stop() {
        shared.close();
    }
}
