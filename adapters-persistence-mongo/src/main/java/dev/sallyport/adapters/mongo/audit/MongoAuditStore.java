package dev.sallyport.adapters.mongo.audit;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Filters.ne;
import static com.mongodb.client.model.Filters.or;
import static com.mongodb.client.model.Projections.include;
import static com.mongodb.client.model.Sorts.ascending;
import static com.mongodb.client.model.Sorts.descending;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.unset;

import com.mongodb.reactivestreams.client.FindPublisher;
import com.mongodb.reactivestreams.client.MongoCollection;
import dev.sallyport.adapters.mongo.Mongo;
import dev.sallyport.adapters.mongo.MongoDocument;
import dev.sallyport.adapters.mongo.MongoHoldings;
import dev.sallyport.adapters.mongo.MongoProperties;
import dev.sallyport.domain.ClientAddress;
import dev.sallyport.domain.Holdings;
import dev.sallyport.domain.audit.AuditFilter;
import dev.sallyport.domain.audit.AuditRecord;
import dev.sallyport.domain.audit.AuditStore;
import dev.sallyport.domain.audit.ChainId;
import dev.sallyport.domain.user.UserId;
import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.bson.BsonDocument;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/**
 * Audit records in the collection {@code audit_events}. What is appended at once is inserted in its order, so that of a call that fails
 * the first few are there at most. What is removed or erased is found first and named then: neither has a limit in MongoDB.
 */
@Singleton
@Bean(typed = MongoAuditStore.class)
@Requires(property = MongoProperties.ACCOUNTS)
public final class MongoAuditStore implements AuditStore, Holdings<AuditRecord> {

    private static final String BEFORE_ALL_CHAINS = "";

    private final Mongo mongo;
    private final MongoCollection<BsonDocument> events;
    private final MongoHoldings<AuditRecord> holdings;

    MongoAuditStore(@Named(MongoProperties.ACCOUNTS) Mongo mongo) {
        this.mongo = mongo;
        this.events = mongo.collection("audit_events");
        this.holdings = new MongoHoldings<>(mongo, events, AuditDocument::of, AuditDocument::toRecord);
    }

    /** What keeps a document out is that document, as this call is repeated: then those that are missing are inserted. */
    @Override
    public void append(List<AuditRecord> records) {
        List<MongoDocument> all = records.stream().map(AuditDocument::of).toList();
        if (!mongo.insertInOrder(events, all)) {
            Mongo.decide(() -> tryInsertMissing(all));
        }
    }

    /** No answer when somebody else, who repeats the same call, inserted some of them between the two statements. */
    private Optional<List<MongoDocument>> tryInsertMissing(List<MongoDocument> all) {
        List<String> ids = all.stream().map(MongoDocument::id).toList();
        Set<String> present = new HashSet<>(ids(all.size(), events.find(in(MongoDocument.ID, ids))));
        List<MongoDocument> missing = all.stream()
                .filter(document -> !present.contains(document.id()))
                .toList();
        return missing.isEmpty() || mongo.insertInOrder(events, missing) ? Optional.of(missing) : Optional.empty();
    }

    @Override
    public List<AuditRecord> list(AuditFilter filter, int max) {
        return records(max, events.find(AuditQuery.of(filter)).sort(descending(MongoDocument.ID)));
    }

    @Override
    public List<AuditRecord> chain(ChainId chain, long after, int max) {
        return records(max, events.find(and(of(chain), gt("sequence", after))).sort(ascending("sequence")));
    }

    @Override
    public Optional<ChainId> chainAfter(@Nullable ChainId chain) {
        String after = chain == null ? BEFORE_ALL_CHAINS : chain.toString();
        return mongo.find(events.find(gt("chain_id", after))
                        .sort(ascending("chain_id", "sequence"))
                        .projection(include("chain_id"))
                        .first())
                .map(MongoDocument::of)
                .map(document -> new ChainId(UUID.fromString(document.text("chain_id"))));
    }

    @Override
    public int removeUpTo(ChainId chain, long sequence, int max) {
        List<String> old =
                ids(max, events.find(and(of(chain), lte("sequence", sequence))).sort(ascending("sequence")));
        if (!old.isEmpty()) {
            mongo.ask(events.deleteMany(in(MongoDocument.ID, old)));
        }
        return old.size();
    }

    @Override
    public int erase(UserId person, int max) {
        ClientAddress erased = ClientAddress.ERASED;
        List<String> telling = ids(max, events.find(tells(person.toString(), ne("address", erased.text()))));
        if (!telling.isEmpty()) {
            Bson forget = combine(
                    set("address", erased.text()),
                    set("network", erased.network()),
                    unset("user_agent"),
                    unset("salt"));
            mongo.ask(events.updateMany(in(MongoDocument.ID, telling), forget));
        }
        return telling.size();
    }

    /** Each in an index of its own, where those that are erased are passed over. */
    private static Bson tells(String person, Bson still) {
        return or(and(eq("actor_id", person), still), and(eq("subject_id", person), exists("actor_id", false), still));
    }

    private static Bson of(ChainId chain) {
        return eq("chain_id", chain.toString());
    }

    private List<AuditRecord> records(int max, FindPublisher<BsonDocument> query) {
        return mongo.first(max, query).stream()
                .map(MongoDocument::of)
                .map(AuditDocument::toRecord)
                .toList();
    }

    private List<String> ids(int max, FindPublisher<BsonDocument> query) {
        return mongo.first(max, query.projection(include(MongoDocument.ID))).stream()
                .map(MongoDocument::of)
                .map(MongoDocument::id)
                .toList();
    }

    @Override
    public String idOf(AuditRecord record) {
        return holdings.idOf(record);
    }

    @Override
    public Stream<AuditRecord> after(String after) {
        return holdings.after(after);
    }

    @Override
    public void restore(List<AuditRecord> records) {
        holdings.restore(records);
    }

    @Override
    public long count() {
        return holdings.count();
    }
}
