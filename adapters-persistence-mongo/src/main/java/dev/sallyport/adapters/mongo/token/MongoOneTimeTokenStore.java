package dev.sallyport.adapters.mongo.token;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Updates.set;

import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.reactivestreams.client.MongoCollection;
import dev.sallyport.adapters.mongo.Mongo;
import dev.sallyport.adapters.mongo.MongoDocument;
import dev.sallyport.adapters.mongo.MongoHoldings;
import dev.sallyport.adapters.mongo.MongoProperties;
import dev.sallyport.domain.Holdings;
import dev.sallyport.domain.token.OneTimeHash;
import dev.sallyport.domain.token.OneTimePurpose;
import dev.sallyport.domain.token.OneTimeToken;
import dev.sallyport.domain.token.OneTimeTokenStore;
import dev.sallyport.domain.user.UserId;
import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.bson.BsonDateTime;
import org.bson.BsonDocument;
import org.bson.conversions.Bson;

/** One-time tokens in the collection {@code one_time_tokens}. Who finds a token unused and marks it, in one statement, has used it. */
@Singleton
@Bean(typed = MongoOneTimeTokenStore.class)
@Requires(property = MongoProperties.TOKENS)
public final class MongoOneTimeTokenStore implements OneTimeTokenStore, Holdings<OneTimeToken> {

    private static final String PURPOSE = "purpose";
    private static final String EXPIRES_AT = "expires_at";
    private static final String USED_AT = "used_at";
    private static final FindOneAndUpdateOptions AFTERWARDS =
            new FindOneAndUpdateOptions().returnDocument(ReturnDocument.AFTER);

    private final Mongo mongo;
    private final MongoCollection<BsonDocument> tokens;
    private final MongoHoldings<OneTimeToken> holdings;

    MongoOneTimeTokenStore(@Named(MongoProperties.TOKENS) Mongo mongo) {
        this.mongo = mongo;
        this.tokens = mongo.collection("one_time_tokens");
        this.holdings =
                new MongoHoldings<>(mongo, tokens, MongoOneTimeTokenStore::toDocument, MongoOneTimeTokenStore::toToken);
    }

    /** A hash that is there already is this call repeated after its answer was lost. */
    @Override
    public void add(OneTimeToken token) {
        mongo.insert(tokens.insertOne(toDocument(token).bson()));
    }

    @Override
    public Use use(OneTimeHash hash, OneTimePurpose purpose, Instant now) {
        Bson usable = and(is(hash, purpose), gt(EXPIRES_AT, date(now)), exists(USED_AT, false));
        return mongo.find(tokens.findOneAndUpdate(usable, set(USED_AT, date(now)), AFTERWARDS))
                .map(MongoOneTimeTokenStore::toToken)
                .<Use>map(Use.Granted::new)
                .orElseGet(() -> refusal(hash, purpose, now));
    }

    /** One that is usable now was not there when it was to be used. */
    private Use refusal(OneTimeHash hash, OneTimePurpose purpose, Instant now) {
        Optional<OneTimeToken> token =
                mongo.find(tokens.find(is(hash, purpose)).first()).map(MongoOneTimeTokenStore::toToken);
        if (token.isPresent() && token.get().isExpired(now)) {
            return new Use.Expired();
        }
        return token.isPresent() && token.get().usedAt() != null ? new Use.AlreadyUsed() : new Use.Unknown();
    }

    @Override
    public void sweep(Instant now) {
        mongo.ask(tokens.deleteMany(lt(EXPIRES_AT, date(now))));
    }

    @Override
    public String idOf(OneTimeToken token) {
        return holdings.idOf(token);
    }

    @Override
    public Stream<OneTimeToken> after(String after) {
        return holdings.after(after);
    }

    @Override
    public void restore(List<OneTimeToken> records) {
        holdings.restore(records);
    }

    @Override
    public long count() {
        return holdings.count();
    }

    private static Bson is(OneTimeHash hash, OneTimePurpose purpose) {
        return and(eq(MongoDocument.ID, hash.value()), eq(PURPOSE, purpose.name()));
    }

    private static BsonDateTime date(Instant instant) {
        return new BsonDateTime(instant.toEpochMilli());
    }

    private static MongoDocument toDocument(OneTimeToken token) {
        UserId subject = token.subject();
        return MongoDocument.withId(token.hash().value())
                .with(PURPOSE, token.purpose().name())
                .with("subject_id", subject == null ? null : subject.toString())
                .with("created_at", token.createdAt())
                .with(EXPIRES_AT, token.expiresAt())
                .with(USED_AT, token.usedAt());
    }

    private static OneTimeToken toToken(BsonDocument bson) {
        return toToken(MongoDocument.of(bson));
    }

    private static OneTimeToken toToken(MongoDocument document) {
        return new OneTimeToken(
                new OneTimeHash(document.id()),
                OneTimePurpose.valueOf(document.text(PURPOSE)),
                document.textIfAny("subject_id")
                        .map(UUID::fromString)
                        .map(UserId::new)
                        .orElse(null),
                document.instant("created_at"),
                document.instant(EXPIRES_AT),
                document.instantIfAny(USED_AT).orElse(null));
    }
}
