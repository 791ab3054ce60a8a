package dev.sallyport.adapters.sql.user;

import dev.sallyport.adapters.sql.CarriedRows;
import dev.sallyport.adapters.sql.Restore;
import dev.sallyport.adapters.sql.Sql;
import dev.sallyport.adapters.sql.SqlAxis;
import dev.sallyport.adapters.sql.Written;
import dev.sallyport.domain.Holdings;
import dev.sallyport.domain.user.Email;
import dev.sallyport.domain.user.User;
import dev.sallyport.domain.user.UserFilter;
import dev.sallyport.domain.user.UserId;
import dev.sallyport.domain.user.UserStore;
import dev.sallyport.domain.user.Username;
import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

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
    private final FilteredUsers filtered;

    SqlUserStore(UserRows rows, FilteredUsers filtered) {
        this.rows = rows;
        this.filtered = filtered;
    }

    @Override
    public AddResult add(User user) {
        UserRow row = UserRow.of(user);
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
        return Sql.ask(() -> rows.findById(id.toString())).map(UserRow::toUser);
    }

    @Override
    public Optional<User> findByEmail(Email email) {
        return Sql.ask(() -> rows.findByEmail(email.value())).map(UserRow::toUser);
    }

    @Override
    public Optional<User> findByUsername(Username username) {
        return Sql.ask(() -> rows.findByUsernameKey(username.key())).map(UserRow::toUser);
    }

    @Override
    public ReplaceResult replace(User expected, User next) {
        UserRow row = UserRow.of(next);
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

    @Override
    public List<User> list(UserFilter filter, int max) {
        return Sql.ask(() -> filtered.list(filter, max)).stream()
                .map(UserRow::toUser)
                .toList();
    }

    @Override
    public long count(UserFilter filter) {
        return Sql.ask(() -> filtered.count(filter));
    }

    @Override
    public List<User> deletedBefore(Instant instant, int max) {
        return Sql.ask(() -> rows.findDeletedBefore(instant.toEpochMilli(), max)).stream()
                .map(UserRow::toUser)
                .toList();
    }

    @Override
    public boolean remove(User expected) {
        return Sql.ask(() -> rows.remove(expected.id().toString(), expected.version())) == 1;
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
                row.displayNameKey(),
                row.metadata(),
                row.passwordHash(),
                row.credentialsVersion(),
                row.roleName(),
                row.roleScope(),
                row.status(),
                row.suspensionReason(),
                row.suspendedUntil(),
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
                .map(UserRow::toUser)
                .toList();
    }

    @Override
    public void restore(List<User> users) {
        Restore.into(rows, users.stream().map(UserRow::of).toList(), UserRow::id);
    }

    @Override
    public long count() {
        return Sql.ask(rows::count);
    }
}
