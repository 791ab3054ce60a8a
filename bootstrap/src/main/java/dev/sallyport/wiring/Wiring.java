package dev.sallyport.wiring;

import dev.sallyport.adapters.crypto.key.MasterKey;
import dev.sallyport.settings.Configuration;
import io.micronaut.context.ApplicationContext;
import java.util.HashMap;
import java.util.Map;

/** Makes the application context for a configuration. */
public final class Wiring {

    private Wiring() {}

    /** Not started yet. Neither the environment nor a file can add a property. */
    public static ApplicationContext context(Configuration configuration, StoragePlan storage, MasterKey masterKey) {
        Map<String, Object> properties = new HashMap<>(ServerProperties.of(configuration));
        properties.putAll(storage.properties());
        return ApplicationContext.builder()
                .deduceEnvironment(false)
                .environmentPropertySource(false)
                .enableDefaultPropertySources(false)
                .eagerInitSingletons(true)
                .banner(false)
                .properties(properties)
                .singletons(configuration, masterKey)
                .build();
    }
}
