package dev.sallyport.wiring;

import dev.sallyport.adapters.crypto.key.MasterKey;
import dev.sallyport.adapters.mongo.MongoProperties;
import dev.sallyport.adapters.sql.SqlProperties;
import dev.sallyport.settings.Configuration;
import io.micronaut.context.ApplicationContext;
import io.micronaut.context.ApplicationContextBuilder;
import java.util.HashMap;
import java.util.Map;

/** Makes the application context for a configuration. */
public final class Wiring {

    private Wiring() {}

    /** Not started yet. Neither the environment nor a file can add a property. */
    public static ApplicationContext context(Configuration configuration, StoragePlan storage, MasterKey masterKey) {
        Map<String, Object> properties = new HashMap<>(ServerProperties.of(configuration));
        properties.putAll(storage.properties());
        return builder(properties)
                .eagerInitSingletons(true)
                .singletons(configuration, masterKey, storage)
                .build();
    }

    /** Not started yet. Has the stores of a plan, and nothing that uses them. */
    static ApplicationContext stores(StoragePlan storage) {
        return stores(storage, storage.properties());
    }

    /** The same, and what is not there is not made. */
    static ApplicationContext storesAsTheyAre(StoragePlan storage) {
        return stores(storage, MongoProperties.asItIs(SqlProperties.asItIs(storage.properties())));
    }

    private static ApplicationContext stores(StoragePlan storage, Map<String, Object> axes) {
        Map<String, Object> properties = new HashMap<>(axes);
        properties.put("micronaut.metrics.enabled", false);
        return builder(properties).singletons(storage).build();
    }

    private static ApplicationContextBuilder builder(Map<String, Object> properties) {
        properties.replaceAll((name, value) -> literal(value));
        return ApplicationContext.builder()
                .deduceEnvironment(false)
                .environmentPropertySource(false)
                .enableDefaultPropertySources(false)
                .banner(false)
                .properties(properties);
    }

    /** A password may hold what Micronaut reads as a reference to another property: a reference to nothing stands for its beginning. */
    private static Object literal(Object value) {
        return value instanceof String text ? text.replace("${", "${sallyport.nothing:$}{") : value;
    }
}
