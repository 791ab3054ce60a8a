package dev.sallyport.adapters.sql.user;

import dev.sallyport.adapters.sql.CarriedRows;
import dev.sallyport.adapters.sql.Restore;
import dev.sallyport.adapters.sql.Sql;
import dev.sallyport.adapters.sql.SqlAxis;
import dev.sallyport.adapters.sql.Written;
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
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Accounts in the table {@code users}. Unique constraints decide who gets a name, the row count of a conditional UPDATE who
 * replaces a version. Servers say which constraint refused; where a file does not, one or two further statements ask whose name it was.
 */
@Singleton
@Bean(typed = SqlUserStore.class)
@Requires(property = SqlAxis.ACCOUNTS_DIALECT)
public final class SqlUserStore implements UserStore, Holdings<User> {

    private static final String EMAIL = "users_email";
    private static final String USERNAME = "users_username_key";

    private final UserRows rows;

    SqlUserStore(UserRows rows) {
        this.rows = rows;
    }

    @Override
    public AddResult add(User user) {
        UserRow row = toRow(user);
        return Sql.decide(() -> tryAdd(row));
    }

    private Optional<AddResult> tryAdd(UserRow row) {
        return switch (Sql.write(() -> rows.insert(row))) {
            case Written.Done done -> Optional.of(AddResult.ADDED);
            case Written.Refused(String constraint) ->
                switch (constraint) {
                    case EMAIL -> Optional.of(AddResult.EMAIL_TAKEN);
                    case USERNAME -> Optional.of(AddResult.USERNAME_TAKEN);
                    default -> whatKeptOut(row);
                };
        };
    }

    /** No answer when the name that was in the way has been let go of since. */
    private Optional<AddResult> whatKeptOut(UserRow row) {
        return holderOfEmail(row)
                .map(holder -> AddResult.EMAIL_TAKEN)
                .or(() -> holderOfUsername(row).map(holder -> AddResult.USERNAME_TAKEN));
    }

    @Override
    public Optional<User> find(UserId id) {
        return Sql.ask(() -> rows.findById(id.toString())).map(SqlUserStore::toUser);
    }

    @Override
    public Optional<User> findByEmail(Email email) {
        return Sql.ask(() -> rows.findByEmail(email.value())).map(SqlUserStore::toUser);
    }

    @Override
    public Optional<User> findByUsername(Username username) {
        return Sql.ask(() -> rows.findByUsernameKey(username.key())).map(SqlUserStore::toUser);
    }

    @Override
    public ReplaceResult replace(User expected, User next) {
        UserRow row = toRow(next);
        return Sql.decide(() -> tryReplace(expected.version(), row));
    }

    private Optional<ReplaceResult> tryReplace(long expectedVersion, UserRow row) {
        return switch (Sql.update(() -> update(expectedVersion, row))) {
            case Written.Done(int written) -> Optional.of(written == 1 ? ReplaceResult.REPLACED : ReplaceResult.MOVED);
            case Written.Refused(String constraint) ->
                switch (constraint) {
                    case EMAIL -> Optional.of(ReplaceResult.EMAIL_TAKEN);
                    case USERNAME -> Optional.of(ReplaceResult.USERNAME_TAKEN);
                    default -> whatHinders(row);
                };
        };
    }

    /** No answer when the name that was in the way has been let go of since. */
    private Optional<ReplaceResult> whatHinders(UserRow row) {
        return holderOfEmail(row)
                .filter(holder -> isAnother(holder, row))
                .map(holder -> ReplaceResult.EMAIL_TAKEN)
                .or(() -> holderOfUsername(row)
                        .filter(holder -> isAnother(holder, row))
                        .map(holder -> ReplaceResult.USERNAME_TAKEN));
    }

    @Override
    public void recordSignIn(UserId id, Instant at) {
        Sql.ask(() -> rows.recordSignIn(id.toString(), at.toEpochMilli()));
    }

    private Optional<UserRow> holderOfEmail(UserRow row) {
        return Sql.ask(() -> rows.findByEmail(row.email()));
    }

    private Optional<UserRow> holderOfUsername(UserRow row) {
        String key = row.usernameKey();
        return key == null ? Optional.empty() : Sql.ask(() -> rows.findByUsernameKey(key));
    }

    private static boolean isAnother(UserRow holder, UserRow row) {
        return !holder.id().equals(row.id());
    }

    private int update(long expectedVersion, UserRow row) {
        return rows.replace(
                row.id(),
                expectedVersion,
                row.email(),
                row.emailVerified(),
                row.username(),
                row.usernameKey(),
                row.displayName(),
                row.metadata(),
                row.passwordHash(),
                row.credentialsVersion(),
                row.roleName(),
                row.roleScope(),
                row.status(),
                row.version(),
                row.createdAt(),
                row.updatedAt(),
                row.deletedAt());
    }

    @Override
    public String idOf(User user) {
        return user.id().toString();
    }

    @Override
    public Stream<User> after(String after) {
        return Holdings.paged(after, this::page, this::idOf);
    }

    private List<User> page(String after) {
        return Sql.ask(() -> rows.findAfter(after, CarriedRows.PAGE)).stream()
                .map(SqlUserStore::toUser)
                .toList();
    }

    @Override
    public void restore(List<User> users) {
        Restore.into(rows, users.stream().map(SqlUserStore::toRow).toList(), UserRow::id);
    }

    @Override
    public long count() {
        return Sql.ask(rows::count);
    }

    private static UserRow toRow(User user) {
        Username username = user.profile().username();
        DisplayName displayName = user.profile().displayName();
        return new UserRow(
                user.id().toString(),
                user.email().value(),
                user.emailVerified(),
                username == null ? null : username.value(),
                username == null ? null : username.key(),
                displayName == null ? null : displayName.value(),
                user.profile().metadata().json(),
                user.credentials().passwordHash().value(),
                user.credentials().version(),
                user.role().role().value(),
                user.role().scope().value(),
                user.status().name(),
                user.version(),
                user.createdAt().toEpochMilli(),
                user.updatedAt().toEpochMilli(),
                millis(user.lastSignInAt()),
                millis(user.deletedAt()));
    }

    private static User toUser(UserRow row) {
        return new User(
                new UserId(UUID.fromString(row.id())),
                new Email(row.email()),
                row.emailVerified(),
                toProfile(row),
                new Credentials(new PasswordHash(row.passwordHash()), row.credentialsVersion()),
                new RoleAssignment(new RoleName(row.roleName()), new Scope(row.roleScope())),
                UserStatus.valueOf(row.status()),
                row.version(),
                Instant.ofEpochMilli(row.createdAt()),
                Instant.ofEpochMilli(row.updatedAt()),
                instant(row.lastSignInAt()),
                instant(row.deletedAt()));
    }

    private static Profile toProfile(UserRow row) {
        String username = row.username();
        String displayName = row.displayName();
        return new Profile(
                username == null ? null : new Username(username),
                displayName == null ? null : new DisplayName(displayName),
                new Metadata(row.metadata()));
    }

    private static @Nullable Long millis(@Nullable Instant instant) {
        return instant == null ? null : instant.toEpochMilli();
    }

    private static @Nullable Instant instant(@Nullable Long millis) {
        return millis == null ? null : Instant.ofEpochMilli(millis);
    }
}
