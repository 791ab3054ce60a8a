package dev.sallyport.adapters.mongo.token;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.ne;
import static com.mongodb.client.model.Projections.include;
import static com.mongodb.client.model.Sorts.descending;

import com.mongodb.reactivestreams.client.MongoCollection;
import dev.sallyport.adapters.mongo.Mongo;
import dev.sallyport.adapters.mongo.MongoDocument;
import dev.sallyport.adapters.mongo.MongoHoldings;
import dev.sallyport.adapters.mongo.MongoProperties;
import dev.sallyport.domain.ClientAddress;
import dev.sallyport.domain.Holdings;
import dev.sallyport.domain.Origin;
import dev.sallyport.domain.token.Salt;
import dev.sallyport.domain.token.Session;
import dev.sallyport.domain.token.SessionId;
import dev.sallyport.domain.token.SessionStore;
import dev.sallyport.domain.user.UserId;
import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.bson.BsonDateTime;
import org.bson.BsonDocument;
import org.bson.conversions.Bson;

/**
 * Sessions in the collection {@code sessions}. A replacement writes a document that must be there, in the state in which it was read,
 * so one that ended stays ended.
 */
@Singleton
@Bean(typed = MongoSessionStore.class)
@Requires(property = MongoProperties.TOKENS)
public final class MongoSessionStore implements SessionStore, Holdings<Session> {

    private static final Bson NEWEST_FIRST = descending("created_at", MongoDocument.ID);

    private final Mongo mongo;
    private final MongoCollection<BsonDocument> sessions;
    private final MongoHoldings<Session> holdings;

    MongoSessionStore(@Named(MongoProperties.TOKENS) Mongo mongo) {
        this.mongo = mongo;
        this.sessions = mongo.collection("sessions");
        this.holdings =
                new MongoHoldings<>(mongo, sessions, MongoSessionStore::toDocument, MongoSessionStore::toSession);
    }

    /**
     * The insert is acknowledged before the others are counted: of simultaneous calls the one that counts last sees every insert, so
     * nothing beyond the limit escapes all of them. A crash in between leaves too many until the next call.
     *
     * <p>An id that is there already is this call repeated after its answer was lost.
     */
    @Override
    public List<SessionId> add(Session session, int limit) {
        mongo.insert(sessions.insertOne(toDocument(session).bson()));
        return endBeyond(limit, session.user());
    }

    /** One by one, because the count of deleted documents says who of several callers ended a session, and each reports its own. */
    private List<SessionId> endBeyond(int limit, UserId user) {
        List<BsonDocument> beyond = mongo.all(sessions.find(of(user))
                .projection(include(MongoDocument.ID))
                .sort(NEWEST_FIRST)
                .skip(limit));
        List<SessionId> ended = new ArrayList<>();
        for (BsonDocument document : beyond.reversed()) {
            SessionId id = toSessionId(MongoDocument.of(document));
            if (end(id, user)) {
                ended.add(id);
            }
        }
        return List.copyOf(ended);
    }

    @Override
    public Optional<Session> find(SessionId id) {
        return mongo.find(sessions.find(eq(MongoDocument.ID, id.toString())).first())
                .map(MongoDocument::of)
                .map(MongoSessionStore::toSession);
    }

    @Override
    public List<Session> list(UserId user, Instant now, int max) {
        return mongo
                .first(
                        max,
                        sessions.find(and(of(user), gt("expires_at", date(now))))
                                .sort(NEWEST_FIRST))
                .stream()
                .map(MongoDocument::of)
                .map(MongoSessionStore::toSession)
                .toList();
    }

    @Override
    public boolean replace(Session expected, Session next) {
        Bson present = and(
                eq(MongoDocument.ID, expected.id().toString()),
                eq("generation", expected.generation()),
                eq("credentials_version", expected.credentialsVersion()));
        return mongo.ask(sessions.replaceOne(present, toDocument(next).bson())).getMatchedCount() == 1;
    }

    @Override
    public boolean end(SessionId id, UserId user) {
        return mongo.ask(sessions.deleteOne(and(eq(MongoDocument.ID, id.toString()), of(user))))
                        .getDeletedCount()
                == 1;
    }

    @Override
    public int endAll(UserId user) {
        return endMany(of(user));
    }

    @Override
    public int endOthers(UserId user, SessionId kept) {
        return endMany(and(of(user), ne(MongoDocument.ID, kept.toString())));
    }

    private int endMany(Bson which) {
        return Math.toIntExact(mongo.ask(sessions.deleteMany(which)).getDeletedCount());
    }

    @Override
    public void sweep(Instant now) {
        mongo.ask(sessions.deleteMany(lt("expires_at", date(now))));
    }

    @Override
    public String idOf(Session session) {
        return holdings.idOf(session);
    }

    @Override
    public Stream<Session> after(String after) {
        return holdings.after(after);
    }

    @Override
    public void restore(List<Session> records) {
        holdings.restore(records);
    }

    @Override
    public long count() {
        return holdings.count();
    }

    private static Bson of(UserId user) {
        return eq("user_id", user.toString());
    }

    private static BsonDateTime date(Instant instant) {
        return new BsonDateTime(instant.toEpochMilli());
    }

    private static MongoDocument toDocument(Session session) {
        Origin origin = session.origin();
        return MongoDocument.withId(session.id().toString())
                .with("user_id", session.user().toString())
                .with("generation", session.generation())
                .with("salt", session.salt().value())
                .with("credentials_version", session.credentialsVersion())
                .with("address", origin.address().text())
                .with("network", origin.address().network())
                .with("user_agent", origin.userAgent())
                .with("request_id", origin.requestId())
                .with("created_at", session.createdAt())
                .with("last_used_at", session.lastUsedAt())
                .with("expires_at", session.expiresAt());
    }

    private static Session toSession(MongoDocument document) {
        return new Session(
                toSessionId(document),
                new UserId(UUID.fromString(document.text("user_id"))),
                document.number("generation"),
                new Salt(document.text("salt")),
                document.number("credentials_version"),
                new Origin(
                        new ClientAddress(document.text("address"), document.text("network")),
                        document.textIfAny("user_agent").orElse(null),
                        document.text("request_id")),
                document.instant("created_at"),
                document.instant("last_used_at"),
                document.instant("expires_at"));
    }

    private static SessionId toSessionId(MongoDocument document) {
        return new SessionId(UUID.fromString(document.id()));
    }
}
