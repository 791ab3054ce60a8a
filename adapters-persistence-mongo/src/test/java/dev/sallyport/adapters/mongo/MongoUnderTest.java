package dev.sallyport.adapters.mongo;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import dev.sallyport.testkit.backend.TestServer;
import io.micronaut.context.ApplicationContext;
import io.micronaut.inject.qualifiers.Qualifiers;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.bson.BsonDocument;

/** The module as it runs: its beans, its pool and its indexes, on one database. */
public final class MongoUnderTest implements AutoCloseable {

    static final Duration TIMEOUT = Duration.ofSeconds(2);

    private final ApplicationContext context;

    private MongoUnderTest(ApplicationContext context) {
        this.context = context;
    }

    /** On a database of its own. */
    static MongoUnderTest fresh() {
        return at(TestServer.mongo().freshUrl());
    }

    static MongoUnderTest at(String url) {
        return with(MongoProperties.both(settings(url)));
    }

    /** With databases made ready at once, as the service does. */
    static MongoUnderTest with(Map<String, Object> properties) {
        ApplicationContext context = ApplicationContext.run(properties, "test");
        try {
            context.getBeansOfType(Mongo.class);
            return new MongoUnderTest(context);
        } catch (RuntimeException e) {
            context.close();
            throw e;
        }
    }

    /** As the service makes them, but for a pool that many tests can have. */
    static MongoSettings settings(String url) {
        return new MongoSettings(url, Optional.empty(), Optional.empty(), 0, 50, TIMEOUT);
    }

    public <T> T get(Class<T> type) {
        return context.getBean(type);
    }

    /** Removes all documents of one of the accounts' collections. */
    public void empty(String collection) {
        Mongo accounts = context.getBean(Mongo.class, Qualifiers.byName(MongoProperties.ACCOUNTS));
        accounts.ask(accounts.collection(collection).deleteMany(new BsonDocument()));
    }

    /** Past the stores, in a document of the accounts'. */
    public void set(String collection, String id, String field, String value) {
        Mongo accounts = context.getBean(Mongo.class, Qualifiers.byName(MongoProperties.ACCOUNTS));
        accounts.ask(
                accounts.collection(collection).updateOne(Filters.eq(MongoDocument.ID, id), Updates.set(field, value)));
    }

    ApplicationContext context() {
        return context;
    }

    @Override
    public void close() {
        context.close();
    }
}
