package dev.sallyport.journey;

import dev.sallyport.Service;
import dev.sallyport.settings.Configuration;
import dev.sallyport.settings.Setting;
import dev.sallyport.settings.Settings;
import dev.sallyport.testkit.journey.RunningService;
import java.net.URI;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** A whole service within the test's own process, on a free port. */
public record StartedService(Service service) implements RunningService {

    /** Takes settings by name without {@code sallyport.}. */
    public static StartedService with(Map<String, String> settings) {
        return new StartedService(Service.start(configuration(settings)));
    }

    /** What it is configured with. */
    public static Configuration configuration(Map<String, String> settings) {
        Map<Setting, String> given = new EnumMap<>(Map.of(Setting.PORT, "0"));
        settings.forEach((name, value) -> given.put(setting(name), value));
        return Configuration.of(Settings.of(given));
    }

    private static Setting setting(String name) {
        return Stream.of(Setting.values())
                .filter(setting -> setting.fullName().equals("sallyport." + name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No setting " + name));
    }

    @Override
    public URI uri() {
        return service.uri();
    }

    @Override
    public Optional<String> setUpToken() {
        return service.setUpOffer().map(offer -> offer.token().value());
    }

    @Override
    public void close() {
        service.close();
    }
}
