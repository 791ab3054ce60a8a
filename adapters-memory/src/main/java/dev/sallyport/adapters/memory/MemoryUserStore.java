package dev.sallyport.adapters.memory;

import static java.util.Comparator.naturalOrder;
import static java.util.Comparator.nullsLast;

import dev.sallyport.domain.Holdings;
import dev.sallyport.domain.role.RoleName;
import dev.sallyport.domain.user.Email;
import dev.sallyport.domain.user.SearchPrefix;
import dev.sallyport.domain.user.User;
import dev.sallyport.domain.user.UserFilter;
import dev.sallyport.domain.user.UserId;
import dev.sallyport.domain.user.UserStatus;
import dev.sallyport.domain.user.UserStore;
import dev.sallyport.domain.user.Username;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Accounts in memory, gone with the process. One lock makes every call atomic. A list tries its filter on one account after another,
 * from where it begins until it is full.
 */
public final class MemoryUserStore implements UserStore, Holdings<User> {

    /** Ids by their text: {@code UUID.compareTo} takes its halves for signed numbers, and no database does. */
    private static final Comparator<UserId> NEWEST_FIRST =
            Comparator.comparing(UserId::toString).reversed();

    private static final Comparator<User> DELETED_FIRST =
            Comparator.comparing(User::deletedAt, nullsLast(naturalOrder()));

    private final NavigableMap<UserId, User> byId = new TreeMap<>(NEWEST_FIRST);
    private final Map<Email, UserId> byEmail = new HashMap<>();
    private final Map<String, UserId> byUsername = new HashMap<>();

    @Override
    public synchronized AddResult add(User user) {
        if (isTaken(user.email(), user.id())) {
            return AddResult.EMAIL_TAKEN;
        }
        if (isTaken(user.profile().username(), user.id())) {
            return AddResult.USERNAME_TAKEN;
        }
        write(user);
        return AddResult.ADDED;
    }

    @Override
    public synchronized Optional<User> find(UserId id) {
        return Optional.ofNullable(byId.get(id));
    }

    @Override
    public synchronized Optional<User> findByEmail(Email email) {
        return Optional.ofNullable(byEmail.get(email)).map(byId::get);
    }

    @Override
    public synchronized Optional<User> findByUsername(Username username) {
        return Optional.ofNullable(byUsername.get(username.key())).map(byId::get);
    }

    @Override
    public synchronized ReplaceResult replace(User expected, User next) {
        User present = byId.get(expected.id());
        if (present == null || present.version() != expected.version()) {
            return ReplaceResult.MOVED;
        }
        if (isTaken(next.email(), next.id())) {
            return ReplaceResult.EMAIL_TAKEN;
        }
        if (isTaken(next.profile().username(), next.id())) {
            return ReplaceResult.USERNAME_TAKEN;
        }
        release(present);
        write(withLastSignIn(next, present.lastSignInAt()));
        return ReplaceResult.REPLACED;
    }

    @Override
    public synchronized void recordSignIn(UserId id, Instant at) {
        User present = byId.get(id);
        if (present == null) {
            return;
        }
        Instant last = present.lastSignInAt();
        if (last == null || last.isBefore(at)) {
            byId.put(id, present.signedInAt(at));
        }
    }

    @Override
    public synchronized List<User> list(UserFilter filter, int max) {
        return fitting(filter).limit(max).toList();
    }

    @Override
    public synchronized long count(UserFilter filter) {
        return fitting(filter).count();
    }

    @Override
    public synchronized List<User> deletedBefore(Instant instant, int max) {
        return byId.values().stream()
                .filter(user -> isDeletedBefore(user, instant))
                .sorted(DELETED_FIRST)
                .limit(max)
                .toList();
    }

    @Override
    public synchronized boolean remove(User expected) {
        User present = byId.get(expected.id());
        if (present == null || present.version() != expected.version()) {
            return false;
        }
        release(present);
        byId.remove(present.id());
        return true;
    }

    @Override
    public String idOf(User user) {
        return user.id().toString();
    }

    @Override
    public synchronized Stream<User> after(String after) {
        return Held.after(after, byId.values(), this);
    }

    @Override
    public synchronized void restore(List<User> users) {
        users.stream().filter(user -> !byId.containsKey(user.id())).forEach(this::restore);
    }

    @Override
    public synchronized long count() {
        return byId.size();
    }

    private void restore(User user) {
        AddResult result = add(user);
        if (result != AddResult.ADDED) {
            throw new IllegalStateException("Account " + user.id() + " cannot be restored: " + result);
        }
    }

    private Stream<User> fitting(UserFilter filter) {
        UserId below = filter.below();
        NavigableMap<UserId, User> older = below == null ? byId : byId.tailMap(below, false);
        UserId from = filter.from();
        return older.values().stream()
                .takeWhile(user -> from == null || NEWEST_FIRST.compare(user.id(), from) <= 0)
                .filter(user -> fits(user, filter));
    }

    private static boolean fits(User user, UserFilter filter) {
        RoleName role = filter.role();
        UserStatus status = filter.status();
        SearchPrefix prefix = filter.prefix();
        return (role == null || role.equals(user.role().role()))
                && (status == null ? user.status() != UserStatus.DELETED : user.status() == status)
                && (prefix == null || prefix.isOf(user));
    }

    private static boolean isDeletedBefore(User user, Instant instant) {
        Instant deletedAt = user.deletedAt();
        return user.status() == UserStatus.DELETED && deletedAt != null && deletedAt.isBefore(instant);
    }

    private boolean isTaken(Email email, UserId by) {
        UserId owner = byEmail.get(email);
        return owner != null && !owner.equals(by);
    }

    private boolean isTaken(@Nullable Username username, UserId by) {
        UserId owner = username == null ? null : byUsername.get(username.key());
        return owner != null && !owner.equals(by);
    }

    private void release(User user) {
        byEmail.remove(user.email());
        Username username = user.profile().username();
        if (username != null) {
            byUsername.remove(username.key());
        }
    }

    private void write(User user) {
        byId.put(user.id(), user);
        byEmail.put(user.email(), user.id());
        Username username = user.profile().username();
        if (username != null) {
            byUsername.put(username.key(), user.id());
        }
    }

    private static User withLastSignIn(User user, @Nullable Instant lastSignInAt) {
        return new User(
                user.id(),
                user.email(),
                user.emailVerified(),
                user.profile(),
                user.credentials(),
                user.role(),
                user.status(),
                user.suspension(),
                user.version(),
                user.createdAt(),
                user.updatedAt(),
                lastSignInAt,
                user.deletedAt());
    }
}
