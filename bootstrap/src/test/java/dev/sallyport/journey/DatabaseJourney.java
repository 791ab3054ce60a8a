package dev.sallyport.journey;

import dev.sallyport.testkit.journey.JourneyContract;
import dev.sallyport.testkit.journey.RunningService;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;

/** The journeys on databases that are empty at first. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class DatabaseJourney implements JourneyContract {

    private final Supplier<Map<String, String>> freshPlaces;
    private final Map<String, String> places;
    private final RunningService shared;

    /** Everything in one database, of which there are as many empty ones as are asked for; the folder is for the master key. */
    DatabaseJourney(Path data, Supplier<String> freshUrl) {
        this(() -> Map.of("data", data.toString(), "storage.accounts.url", freshUrl.get()));
    }

    DatabaseJourney(Path data, Supplier<String> freshAccountsUrl, Supplier<String> freshTokensUrl) {
        this(() -> Map.of(
                "data", data.toString(),
                "storage.accounts.url", freshAccountsUrl.get(),
                "storage.tokens.url", freshTokensUrl.get()));
    }

    private DatabaseJourney(Supplier<Map<String, String>> freshPlaces) {
        this.freshPlaces = freshPlaces;
        this.places = freshPlaces.get();
        this.shared = start(ADMINISTERED);
    }

    @Override
    public final RunningService start(Map<String, String> settings) {
        return startAt(places, settings);
    }

    @Override
    public final RunningService startEmpty(Map<String, String> settings) {
        return startAt(freshPlaces.get(), settings);
    }

    private static RunningService startAt(Map<String, String> places, Map<String, String> settings) {
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
