package dev.sallyport.adapters.mongo.user;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Sorts.ascending;
import static com.mongodb.client.model.Sorts.descending;
import static com.mongodb.client.model.Updates.max;

import com.mongodb.client.result.UpdateResult;
import com.mongodb.reactivestreams.client.FindPublisher;
import com.mongodb.reactivestreams.client.MongoCollection;
import dev.sallyport.adapters.mongo.Mongo;
import dev.sallyport.adapters.mongo.MongoDocument;
import dev.sallyport.adapters.mongo.MongoHoldings;
import dev.sallyport.adapters.mongo.MongoProperties;
import dev.sallyport.adapters.mongo.Written;
import dev.sallyport.domain.Holdings;
import dev.sallyport.domain.password.PasswordHash;
import dev.sallyport.domain.role.RoleAssignment;
import dev.sallyport.domain.role.RoleName;
import dev.sallyport.domain.role.Scope;
import dev.sallyport.domain.user.Credentials;
import dev.sallyport.domain.user.DisplayName;
import dev.sallyport.domain.user.Email;
import dev.sallyport.domain.user.Metadata;
import dev.sallyport.domain.user.Profile;
import dev.sallyport.domain.user.Suspension;
import dev.sallyport.domain.user.User;
import dev.sallyport.domain.user.UserFilter;
import dev.sallyport.domain.user.UserId;
import dev.sallyport.domain.user.UserStatus;
import dev.sallyport.domain.user.UserStore;
import dev.sallyport.domain.user.Username;
import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.bson.BsonDateTime;
import org.bson.BsonDocument;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/**
 * Accounts in the collection {@code users}. Unique indexes decide who gets a name, the filter of a conditional update who replaces a
 * version.
 */
@Singleton
@Bean(typed = MongoUserStore.class)
@Requires(property = MongoProperties.ACCOUNTS)
public final class MongoUserStore implements UserStore, Holdings<User> {

    private static final String LAST_SIGN_IN = "last_sign_in_at";

    /** What a replacement may take away. */
    private static final List<String> OPTIONAL = List.of(
            "username",
            "username_key",
            "display_name",
            "display_name_key",
            "suspension_reason",
            "suspended_until",
            "deleted_at");

    private final Mongo mongo;
    private final MongoCollection<BsonDocument> users;
    private final MongoHoldings<User> holdings;

    MongoUserStore(@Named(MongoProperties.ACCOUNTS) Mongo mongo) {
        this.mongo = mongo;
        this.users = mongo.collection("users");
        this.holdings = new MongoHoldings<>(mongo, users, MongoUserStore::toDocument, MongoUserStore::toUser);
    }

    @Override
    public AddResult add(User user) {
        return Mongo.decide(() -> tryAdd(user));
    }

    private Optional<AddResult> tryAdd(User user) {
        return switch (mongo.write(users.insertOne(toDocument(user).bson()), inserted -> 1)) {
            case Written.Done done -> Optional.of(AddResult.ADDED);
            case Written.Refused refused ->
                taken(refused, user, holder -> true).map(name -> switch (name) {
                    case EMAIL -> AddResult.EMAIL_TAKEN;
                    case USERNAME -> AddResult.USERNAME_TAKEN;
                });
        };
    }

    @Override
    public Optional<User> find(UserId id) {
        return findBy(MongoDocument.ID, id.toString());
    }

    @Override
    public Optional<User> findByEmail(Email email) {
        return findBy("email", email.value());
    }

    @Override
    public Optional<User> findByUsername(Username username) {
        return findBy("username_key", username.key());
    }

    private Optional<User> findBy(String field, String value) {
        return mongo.find(users.find(eq(field, value)).first())
                .map(MongoDocument::of)
                .map(MongoUserStore::toUser);
    }

    @Override
    public ReplaceResult replace(User expected, User next) {
        return Mongo.decide(() -> tryReplace(expected, next));
    }

    private Optional<ReplaceResult> tryReplace(User expected, User next) {
        Bson changes = toDocument(next).asUpdate(OPTIONAL, LAST_SIGN_IN);
        return switch (mongo.write(users.updateOne(still(expected), changes), UpdateResult::getMatchedCount)) {
            case Written.Done done -> Optional.of(done.documents() == 1 ? ReplaceResult.REPLACED : ReplaceResult.MOVED);
            case Written.Refused refused ->
                taken(refused, next, holder -> !holder.id().equals(next.id())).map(name -> switch (name) {
                    case EMAIL -> ReplaceResult.EMAIL_TAKEN;
                    case USERNAME -> ReplaceResult.USERNAME_TAKEN;
                });
        };
    }

    /**
     * Which name it was. Indexes refuse in the order in which they were made, so of two names that are taken it is the address. No
     * answer when we had to ask and the name has been let go of since.
     *
     * @param inTheWay whether the holder of a name keeps {@code user} from having it
     */
    private Optional<Name> taken(Written.Refused refused, User user, Predicate<User> inTheWay) {
        return switch (refused.index()) {
            case "email_1" -> Optional.of(Name.EMAIL);
            case "username_key_1" -> Optional.of(Name.USERNAME);
            default ->
                findByEmail(user.email())
                        .filter(inTheWay)
                        .map(holder -> Name.EMAIL)
                        .or(() -> holderOfUsername(user).filter(inTheWay).map(holder -> Name.USERNAME));
        };
    }

    @Override
    public void recordSignIn(UserId id, Instant at) {
        mongo.ask(users.updateOne(eq(MongoDocument.ID, id.toString()), max(LAST_SIGN_IN, date(at))));
    }

    @Override
    public List<User> list(UserFilter filter, int max) {
        return first(max, users.find(UserQuery.of(filter)).sort(descending(MongoDocument.ID)));
    }

    @Override
    public long count(UserFilter filter) {
        return mongo.ask(users.countDocuments(UserQuery.of(filter)));
    }

    @Override
    public List<User> deletedBefore(Instant instant, int max) {
        Bson deleted = and(eq("status", UserStatus.DELETED.name()), lt("deleted_at", date(instant)));
        return first(max, users.find(deleted).sort(ascending("deleted_at")));
    }

    private List<User> first(int max, FindPublisher<BsonDocument> query) {
        return mongo.first(max, query).stream()
                .map(MongoDocument::of)
                .map(MongoUserStore::toUser)
                .toList();
    }

    @Override
    public boolean remove(User expected) {
        return mongo.ask(users.deleteOne(still(expected))).getDeletedCount() == 1;
    }

    @Override
    public String idOf(User user) {
        return holdings.idOf(user);
    }

    @Override
    public Stream<User> after(String after) {
        return holdings.after(after);
    }

    @Override
    public void restore(List<User> records) {
        holdings.restore(records);
    }

    @Override
    public long count() {
        return holdings.count();
    }

    private Optional<User> holderOfUsername(User user) {
        return Optional.ofNullable(user.profile().username()).flatMap(this::findByUsername);
    }

    /** The account, if it has not changed since. */
    private static Bson still(User expected) {
        return and(eq(MongoDocument.ID, expected.id().toString()), eq("version", expected.version()));
    }

    private static BsonDateTime date(Instant instant) {
        return new BsonDateTime(instant.toEpochMilli());
    }

    private static MongoDocument toDocument(User user) {
        Username username = user.profile().username();
        DisplayName displayName = user.profile().displayName();
        Suspension suspension = user.suspension();
        return MongoDocument.withId(user.id().toString())
                .with("email", user.email().value())
                .with("email_verified", user.emailVerified())
                .with("username", username == null ? null : username.value())
                .with("username_key", username == null ? null : username.key())
                .with("display_name", displayName == null ? null : displayName.value())
                .with("display_name_key", displayName == null ? null : displayName.key())
                .with("metadata", user.profile().metadata().json())
                .with("password_hash", user.credentials().passwordHash().value())
                .with("credentials_version", user.credentials().version())
                .with("role_name", user.role().role().value())
                .with("role_scope", user.role().scope().value())
                .with("status", user.status().name())
                .with("suspension_reason", suspension == null ? null : suspension.reason())
                .with("suspended_until", suspension == null ? null : suspension.until())
                .with("version", user.version())
                .with("created_at", user.createdAt())
                .with("updated_at", user.updatedAt())
                .with(LAST_SIGN_IN, user.lastSignInAt())
                .with("deleted_at", user.deletedAt());
    }

    private static User toUser(MongoDocument document) {
        return new User(
                new UserId(UUID.fromString(document.id())),
                new Email(document.text("email")),
                document.flag("email_verified"),
                toProfile(document),
                new Credentials(
                        new PasswordHash(document.text("password_hash")), document.number("credentials_version")),
                new RoleAssignment(new RoleName(document.text("role_name")), new Scope(document.text("role_scope"))),
                UserStatus.valueOf(document.text("status")),
                toSuspension(document),
                document.number("version"),
                document.instant("created_at"),
                document.instant("updated_at"),
                document.instantIfAny(LAST_SIGN_IN).orElse(null),
                document.instantIfAny("deleted_at").orElse(null));
    }

    private static Profile toProfile(MongoDocument document) {
        return new Profile(
                document.textIfAny("username").map(Username::new).orElse(null),
                document.textIfAny("display_name").map(DisplayName::new).orElse(null),
                new Metadata(document.text("metadata")));
    }

    private static @Nullable Suspension toSuspension(MongoDocument document) {
        return document.textIfAny("suspension_reason")
                .map(reason -> new Suspension(
                        reason, document.instantIfAny("suspended_until").orElse(null)))
                .orElse(null);
    }

    /** What belongs to one account only. */
    private enum Name {
        EMAIL,
        USERNAME
    }
}
