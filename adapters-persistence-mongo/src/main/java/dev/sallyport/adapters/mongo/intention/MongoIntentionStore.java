package dev.sallyport.adapters.mongo.intention;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;

import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.result.UpdateResult;
import com.mongodb.reactivestreams.client.MongoCollection;
import dev.sallyport.adapters.mongo.Mongo;
import dev.sallyport.adapters.mongo.MongoDocument;
import dev.sallyport.adapters.mongo.MongoProperties;
import dev.sallyport.adapters.mongo.Written;
import dev.sallyport.domain.intention.Intention;
import dev.sallyport.domain.intention.IntentionStore;
import dev.sallyport.domain.intention.Intentions;
import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.bson.BsonDocument;
import org.bson.conversions.Bson;

/** What is announced, in the one document of the collection {@code intentions}. The first replacement makes it. */
@Singleton
@Bean(typed = MongoIntentionStore.class)
@Requires(property = MongoProperties.ACCOUNTS)
public final class MongoIntentionStore implements IntentionStore {

    private static final String THE_ONE = "intentions";

    private final Mongo mongo;
    private final MongoCollection<BsonDocument> intentions;

    MongoIntentionStore(@Named(MongoProperties.ACCOUNTS) Mongo mongo) {
        this.mongo = mongo;
        this.intentions = mongo.collection("intentions");
    }

    @Override
    public Intentions read() {
        return mongo.find(intentions.find(eq(MongoDocument.ID, THE_ONE)).first())
                .map(MongoDocument::of)
                .map(MongoIntentionStore::toIntentions)
                .orElse(Intentions.NONE);
    }

    /** Of the first replacement MongoDB makes an insert, which the {@code _id} refuses if another one came first. */
    @Override
    public boolean replace(Intentions expected, Intentions next) {
        Bson present = and(eq(MongoDocument.ID, THE_ONE), eq("version", expected.version()));
        ReplaceOptions orFirst = new ReplaceOptions().upsert(expected.version() == Intentions.NONE.version());
        Written written = mongo.write(
                intentions.replaceOne(present, toDocument(next).bson(), orFirst), MongoIntentionStore::documents);
        return written instanceof Written.Done(long documents) && documents == 1;
    }

    private static long documents(UpdateResult replaced) {
        return replaced.getUpsertedId() == null ? replaced.getMatchedCount() : 1;
    }

    /** As an array, because the name of an intention may have characters that the name of a field may not. */
    private static MongoDocument toDocument(Intentions announced) {
        List<MongoDocument> each = announced.since().entrySet().stream()
                .map(one -> MongoDocument.of(new BsonDocument())
                        .with("intention", one.getKey().text())
                        .with("since", one.getValue()))
                .toList();
        return MongoDocument.withId(THE_ONE)
                .with("version", announced.version())
                .withDocuments("announced", each);
    }

    private static Intentions toIntentions(MongoDocument document) {
        SortedMap<Intention, Instant> since = new TreeMap<>();
        for (MongoDocument one : document.documents("announced")) {
            since.put(Intention.of(one.text("intention")), one.instant("since"));
        }
        return new Intentions(document.number("version"), since);
    }
}
