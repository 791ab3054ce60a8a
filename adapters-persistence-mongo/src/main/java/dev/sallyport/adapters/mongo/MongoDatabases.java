package dev.sallyport.adapters.mongo;

import com.mongodb.ConnectionString;
import com.mongodb.MongoException;
import com.mongodb.client.model.IndexModel;
import com.mongodb.reactivestreams.client.MongoClient;
import dev.sallyport.domain.StoreUnavailableException;
import io.micronaut.configuration.mongo.core.NamedMongoConfiguration;
import io.micronaut.context.BeanContext;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Property;
import io.micronaut.context.annotation.Requires;
import io.micronaut.inject.qualifiers.Qualifiers;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** The database of each axis, with its collections ready before the first store has it. */
@Factory
final class MongoDatabases {

    private static final String DEFAULT_DATABASE = "sallyport";

    private final BeanContext beans;
    private final boolean asItIs;

    MongoDatabases(
            BeanContext beans, @Property(name = MongoProperties.AS_IT_IS, defaultValue = "false") boolean asItIs) {
        this.beans = beans;
        this.asItIs = asItIs;
    }

    @Singleton
    @Named(MongoProperties.ACCOUNTS)
    @Requires(property = MongoProperties.ACCOUNTS)
    Mongo accounts(
            @Property(name = MongoProperties.ACCOUNTS) String client,
            @Property(name = MongoProperties.ACCOUNTS + MongoProperties.TIMEOUT) long timeout) {
        return ready(client, timeout, MongoIndexes.ACCOUNTS);
    }

    @Singleton
    @Named(MongoProperties.TOKENS)
    @Requires(property = MongoProperties.TOKENS)
    Mongo tokens(
            @Property(name = MongoProperties.TOKENS) String client,
            @Property(name = MongoProperties.TOKENS + MongoProperties.TIMEOUT) long timeout) {
        return ready(client, timeout, MongoIndexes.TOKENS);
    }

    private Mongo ready(String client, long timeout, Map<String, List<IndexModel>> collections) {
        NamedMongoConfiguration configuration = beans.getBean(NamedMongoConfiguration.class, Qualifiers.byName(client));
        String database = configuration
                .getConnectionString()
                .map(ConnectionString::getDatabase)
                .orElse(DEFAULT_DATABASE);
        MongoClient driver = beans.getBean(MongoClient.class, Qualifiers.byName(client));
        Mongo mongo = new Mongo(driver.getDatabase(database), Duration.ofMillis(timeout));
        if (asItIs) {
            return mongo;
        }
        String place = MongoUrl.place(configuration.getUri());
        try {
            MongoSchema.prepare(mongo, place, collections);
        } catch (StoreUnavailableException | MongoException e) {
            throw MongoStartFailure.explained(e, place);
        }
        return mongo;
    }
}
