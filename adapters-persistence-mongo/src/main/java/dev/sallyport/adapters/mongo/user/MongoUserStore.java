package dev.sallyport.adapters.mongo.user;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.max;

import com.mongodb.client.model.Updates;
import com.mongodb.reactivestreams.client.MongoCollection;
import dev.sallyport.adapters.mongo.Mongo;
import dev.sallyport.adapters.mongo.MongoDocument;
import dev.sallyport.adapters.mongo.MongoHoldings;
import dev.sallyport.adapters.mongo.MongoProperties;
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
import dev.sallyport.domain.user.User;
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
import java.util.OptionalLong;
import java.util.UUID;
import java.util.stream.Stream;
import org.bson.BsonDateTime;
import org.bson.BsonDocument;
import org.bson.conversions.Bson;

/**
 * Accounts in the collection {@code users}. Unique indexes decide who gets a name, the filter of a conditional update who replaces a
 * version; a refused name costs one or two further statements that ask which name it was.
 */
@Singleton
@Bean(typed = MongoUserStore.class)
@Requires(property = MongoProperties.ACCOUNTS)
public final class MongoUserStore implements UserStore, Holdings<User> {

    private static final String LAST_SIGN_IN = "last_sign_in_at";

    /** What a replacement may take away. */
    private static final List<String> OPTIONAL = List.of("username", "username_key", "display_name", "deleted_at");

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

    /** No answer when the name that was in the way has been let go of since. */
    private Optional<AddResult> tryAdd(User user) {
        if (mongo.insert(users.insertOne(toDocument(user).bson()))) {
            return Optional.of(AddResult.ADDED);
        }
        if (findByEmail(user.email()).isPresent()) {
            return Optional.of(AddResult.EMAIL_TAKEN);
        }
        return holderOfUsername(user).map(holder -> AddResult.USERNAME_TAKEN);
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

    /** No answer when the name that was in the way has been let go of since. */
    private Optional<ReplaceResult> tryReplace(User expected, User next) {
        Bson present = and(eq(MongoDocument.ID, expected.id().toString()), eq("version", expected.version()));
        OptionalLong written = mongo.update(users.updateOne(present, changes(next)));
        if (written.isPresent()) {
            return Optional.of(written.getAsLong() == 1 ? ReplaceResult.REPLACED : ReplaceResult.MOVED);
        }
        if (findByEmail(next.email()).filter(holder -> isAnother(holder, next)).isPresent()) {
            return Optional.of(ReplaceResult.EMAIL_TAKEN);
        }
        return holderOfUsername(next)
                .filter(holder -> isAnother(holder, next))
                .map(holder -> ReplaceResult.USERNAME_TAKEN);
    }

    @Override
    public void recordSignIn(UserId id, Instant at) {
        mongo.ask(users.updateOne(
                eq(MongoDocument.ID, id.toString()), max(LAST_SIGN_IN, new BsonDateTime(at.toEpochMilli()))));
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

    private static boolean isAnother(User holder, User user) {
        return !holder.id().equals(user.id());
    }

    /** Everything but the last sign-in, which is none of a replacement's business. */
    private static Bson changes(User next) {
        BsonDocument set = toDocument(next).bson();
        set.remove(MongoDocument.ID);
        set.remove(LAST_SIGN_IN);
        List<String> gone =
                OPTIONAL.stream().filter(field -> !set.containsKey(field)).toList();
        Bson unset = combine(gone.stream().map(Updates::unset).toList());
        return combine(new BsonDocument("$set", set), unset);
    }

    private static MongoDocument toDocument(User user) {
        Username username = user.profile().username();
        DisplayName displayName = user.profile().displayName();
        return MongoDocument.withId(user.id().toString())
                .with("email", user.email().value())
                .with("email_verified", user.emailVerified())
                .with("username", username == null ? null : username.value())
                .with("username_key", username == null ? null : username.key())
                .with("display_name", displayName == null ? null : displayName.value())
                .with("metadata", user.profile().metadata().json())
                .with("password_hash", user.credentials().passwordHash().value())
                .with("credentials_version", user.credentials().version())
                .with("role_name", user.role().role().value())
                .with("role_scope", user.role().scope().value())
                .with("status", user.status().name())
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
}
