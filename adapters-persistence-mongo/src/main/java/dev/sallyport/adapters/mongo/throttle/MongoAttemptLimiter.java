package dev.sallyport.adapters.mongo.throttle;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.inc;
import static com.mongodb.client.model.Updates.min;
import static com.mongodb.client.model.Updates.set;

import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.reactivestreams.client.MongoCollection;
import dev.sallyport.adapters.mongo.Mongo;
import dev.sallyport.adapters.mongo.MongoDocument;
import dev.sallyport.adapters.mongo.MongoProperties;
import dev.sallyport.domain.throttle.AttemptKey;
import dev.sallyport.domain.throttle.AttemptLimiter;
import dev.sallyport.domain.throttle.Limit;
import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.bson.BsonDateTime;
import org.bson.BsonDocument;
import org.bson.conversions.Bson;

/** Attempts counted in the collection {@code attempts}, a document for each key: its present or last window. */
@Singleton
@Bean(typed = MongoAttemptLimiter.class)
@Requires(property = MongoProperties.TOKENS)
public final class MongoAttemptLimiter implements AttemptLimiter {

    private static final String TAKEN = "taken";
    private static final String ENDS_AT = "ends_at";

    /** Whether somebody was refused in this window: the first refusal is recorded, those after it are not. */
    private static final String REFUSED = "refused";

    private final Mongo mongo;
    private final MongoCollection<BsonDocument> attempts;

    MongoAttemptLimiter(@Named(MongoProperties.TOKENS) Mongo mongo) {
        this.mongo = mongo;
        this.attempts = mongo.collection("attempts");
    }

    @Override
    public Decision take(AttemptKey key, Limit limit, Instant now) {
        return Mongo.decide(() -> tryTake(key.value(), limit, now));
    }

    /**
     * Each statement counts or grants by itself, so nothing can slip in between them. A refusal, which is what an attack mostly gets,
     * inserts nothing. No answer when the window changed while it was looked at.
     */
    private Optional<Decision> tryTake(String key, Limit limit, Instant now) {
        Instant newEnd = now.plus(limit.window());
        if (isTakenFromAWindow(key, limit, now, newEnd)) {
            return Optional.of(new Decision.Granted());
        }
        Optional<Decision> refusal = refuse(key, limit, now);
        return refusal.isPresent() ? refusal : openFirst(key, newEnd);
    }

    /**
     * Takes one from the present window or, if the last is over, the first from a new one: two updates in one command and one round
     * trip, because one update cannot say "or" without a pipeline. Who read the clock before the window's first attempt did moves its
     * beginning forward.
     */
    private boolean isTakenFromAWindow(String key, Limit limit, Instant now, Instant newEnd) {
        Bson open = and(is(key), gt(ENDS_AT, date(now)), lt(TAKEN, (long) limit.attempts()));
        Bson over = and(is(key), lte(ENDS_AT, date(now)));
        Bson takeOne = combine(inc(TAKEN, 1L), min(ENDS_AT, date(newEnd)));
        Bson beginAnew = combine(set(TAKEN, 1L), set(ENDS_AT, date(newEnd)), set(REFUSED, false));
        return mongo.ask(attempts.bulkWrite(
                                List.of(new UpdateOneModel<>(open, takeOne), new UpdateOneModel<>(over, beginAnew))))
                        .getMatchedCount()
                > 0;
    }

    /** Marks the window if it is full; what the mark was before tells the first refusal apart. */
    private Optional<Decision> refuse(String key, Limit limit, Instant now) {
        Bson full = and(is(key), gt(ENDS_AT, date(now)), gte(TAKEN, (long) limit.attempts()));
        return mongo.find(attempts.findOneAndUpdate(full, set(REFUSED, true)))
                .map(MongoDocument::of)
                .map(before -> new Decision.Exceeded(before.instant(ENDS_AT), !before.flag(REFUSED)));
    }

    private Optional<Decision> openFirst(String key, Instant newEnd) {
        MongoDocument window =
                MongoDocument.withId(key).with(TAKEN, 1).with(ENDS_AT, newEnd).with(REFUSED, false);
        return mongo.insert(attempts.insertOne(window.bson())) ? Optional.of(new Decision.Granted()) : Optional.empty();
    }

    /** The window that ends at {@code ends_at} is the one in which {@code takenAt} lies if it ends after it, but not too late. */
    @Override
    public void giveBack(AttemptKey key, Limit limit, Instant takenAt) {
        Bson window = and(
                is(key.value()),
                gt(TAKEN, 0L),
                gt(ENDS_AT, date(takenAt)),
                lte(ENDS_AT, date(takenAt.plus(limit.window()))));
        mongo.ask(attempts.updateOne(window, combine(inc(TAKEN, -1L), set(REFUSED, false))));
    }

    @Override
    public void forget(AttemptKey key) {
        mongo.ask(attempts.deleteOne(is(key.value())));
    }

    @Override
    public void sweep(Instant now) {
        mongo.ask(attempts.deleteMany(lt(ENDS_AT, date(now))));
    }

    private static Bson is(String key) {
        return eq(MongoDocument.ID, key);
    }

    private static BsonDateTime date(Instant instant) {
        return new BsonDateTime(instant.toEpochMilli());
    }
}
