package dev.sallyport.adapters.mongo.audit;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
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
import dev.sallyport.domain.audit.AuditEntry;
import dev.sallyport.domain.audit.AuditEventId;
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
import java.util.function.Supplier;
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

    /** Ids are texts. What has another kind of id nobody finds by it, not even to remove it. */
    private static final Bson OURS = gte(MongoDocument.ID, "");

    private final Mongo mongo;
    private final MongoCollection<BsonDocument> events;
    private final MongoHoldings<AuditRecord> holdings;

    MongoAuditStore(@Named(MongoProperties.ACCOUNTS) Mongo mongo) {
        this.mongo = mongo;
        this.events = mongo.collection("audit_events");
        this.holdings = MongoHoldings.ofLegible(mongo, events, AuditDocument::of, AuditDocument::toRecord);
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
        return records(max, () -> events.find(and(OURS, AuditQuery.of(filter))).sort(descending(MongoDocument.ID)));
    }

    @Override
    public List<AuditRecord> chain(ChainId chain, long after, int max) {
        return records(
                max,
                () -> events.find(and(OURS, of(chain), gt("sequence", after))).sort(ascending("sequence")));
    }

    /** Asks for more when some of the documents are no records: who reads page by page takes a short one for the last. */
    private List<AuditRecord> records(int max, Supplier<FindPublisher<BsonDocument>> query) {
        for (int most = max; ; most *= 2) {
            List<MongoDocument> found = documents(most, query.get());
            List<AuditRecord> records = found.stream()
                    .flatMap(document -> AuditDocument.toRecord(document).stream())
                    .toList();
            if (records.size() >= max || found.size() < most) {
                return records.stream().limit(max).toList();
            }
        }
    }

    @Override
    public Optional<ChainId> chainAfter(@Nullable ChainId chain) {
        Optional<String> found = textAfter(chain == null ? BEFORE_ALL_CHAINS : chain.toString());
        while (found.isPresent() && ChainId.stored(found.get()).isEmpty()) {
            found = textAfter(found.get());
        }
        return found.flatMap(ChainId::stored);
    }

    private Optional<String> textAfter(String chain) {
        return mongo.find(events.find(gt("chain_id", chain))
                        .sort(ascending("chain_id", "sequence"))
                        .projection(include("chain_id"))
                        .first())
                .map(MongoDocument::of)
                .map(document -> document.text("chain_id"));
    }

    @Override
    public List<AuditEntry> entries(String after, int max) {
        return documents(max, events.find(gt(MongoDocument.ID, after)).sort(ascending(MongoDocument.ID))).stream()
                .map(AuditDocument::toEntry)
                .toList();
    }

    @Override
    public int removeUnsealed(AuditEventId below, int max) {
        Bson old = and(OURS, lt(MongoDocument.ID, below.toString()), lt("sequence", 1L));
        return remove(ids(max, events.find(old).sort(ascending(MongoDocument.ID))));
    }

    @Override
    public int removeUpTo(ChainId chain, long sequence, int max) {
        Bson old = and(OURS, of(chain), lte("sequence", sequence));
        return remove(ids(max, events.find(old).sort(ascending("sequence"))));
    }

    private int remove(List<String> ids) {
        if (!ids.isEmpty()) {
            mongo.ask(events.deleteMany(in(MongoDocument.ID, ids)));
        }
        return ids.size();
    }

    @Override
    public int erase(UserId person, int max) {
        ClientAddress erased = ClientAddress.ERASED;
        Bson still = and(OURS, ne("address", erased.text()));
        List<String> telling = ids(max, events.find(tells(person.toString(), still)));
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

    private List<MongoDocument> documents(int max, FindPublisher<BsonDocument> query) {
        return mongo.first(max, query).stream().map(MongoDocument::of).toList();
    }

    private List<String> ids(int max, FindPublisher<BsonDocument> query) {
        return documents(max, query.projection(include(MongoDocument.ID))).stream()
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
