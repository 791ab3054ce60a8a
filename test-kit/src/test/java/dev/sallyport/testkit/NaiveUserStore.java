package dev.sallyport.testkit;

import dev.sallyport.domain.role.RoleName;
import dev.sallyport.domain.user.DisplayName;
import dev.sallyport.domain.user.Email;
import dev.sallyport.domain.user.SearchPrefix;
import dev.sallyport.domain.user.User;
import dev.sallyport.domain.user.UserFilter;
import dev.sallyport.domain.user.UserId;
import dev.sallyport.domain.user.UserStatus;
import dev.sallyport.domain.user.UserStore;
import dev.sallyport.domain.user.Username;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Right as long as nobody else is there: it checks, and then it acts. */
class NaiveUserStore implements UserStore, NaiveHoldings<User> {

    final Map<UserId, User> users = new ConcurrentHashMap<>();

    @Override
    public AddResult add(User user) {
        if (isTaken(user.email(), user.id())) {
            return AddResult.EMAIL_TAKEN;
        }
        if (isTaken(user.profile().username(), user.id())) {
            return AddResult.USERNAME_TAKEN;
        }
        Gap.open();
        users.put(user.id(), stored(user));
        return AddResult.ADDED;
    }

    @Override
    public Optional<User> find(UserId id) {
        return Optional.ofNullable(users.get(id));
    }

    @Override
    public Optional<User> findByEmail(Email email) {
        return any(user -> user.email().equals(email));
    }

    @Override
    public Optional<User> findByUsername(Username username) {
        return any(user -> hasName(user, username));
    }

    @Override
    public ReplaceResult replace(User expected, User next) {
        User present = users.get(expected.id());
        if (present == null || present.version() != expected.version()) {
            return ReplaceResult.MOVED;
        }
        if (isTaken(next.email(), next.id())) {
            return ReplaceResult.EMAIL_TAKEN;
        }
        if (isTaken(next.profile().username(), next.id())) {
            return ReplaceResult.USERNAME_TAKEN;
        }
        Gap.open();
        users.put(next.id(), stored(Accounts.signedIn(next, present.lastSignInAt())));
        return ReplaceResult.REPLACED;
    }

    @Override
    public void recordSignIn(UserId id, Instant at) {
        User present = users.get(id);
        if (present == null) {
            return;
        }
        Instant last = present.lastSignInAt();
        if (last == null || last.isBefore(at)) {
            Gap.open();
            users.put(id, present.signedInAt(at));
        }
    }

    @Override
    public List<User> list(UserFilter filter, int max) {
        return fitting(filter).sorted(newestFirst()).limit(max).toList();
    }

    @Override
    public long count(UserFilter filter) {
        return fitting(filter).count();
    }

    @Override
    public List<User> deletedBefore(Instant instant, int max) {
        return users.values().stream()
                .filter(user -> isDeletedBefore(user, instant))
                .sorted(deletedFirst())
                .limit(max)
                .toList();
    }

    @Override
    public boolean remove(User expected) {
        User present = users.get(expected.id());
        if (present == null || present.version() != expected.version()) {
            return false;
        }
        Gap.open();
        users.remove(expected.id());
        return true;
    }

    @Override
    public String idOf(User user) {
        return user.id().toString();
    }

    @Override
    public Collection<User> records() {
        return users.values();
    }

    @Override
    public boolean isHeld(User user) {
        return users.containsKey(user.id());
    }

    @Override
    public void put(User user) {
        if (isTaken(user.email(), user.id()) || isTaken(user.profile().username(), user.id())) {
            throw new IllegalStateException("Another account has the address or the username");
        }
        users.put(user.id(), stored(user));
    }

    /** What becomes of an account on its way through the store. */
    User stored(User user) {
        return user;
    }

    /** By what usernames are compared. */
    String key(Username username) {
        return username.key();
    }

    /** What lists are made of. */
    Collection<User> listed() {
        return users.values();
    }

    /** What an account is found by. */
    Stream<String> keys(User user) {
        Username username = user.profile().username();
        DisplayName displayName = user.profile().displayName();
        return Stream.of(
                        Optional.of(user.email().value()),
                        Optional.ofNullable(username).map(Username::key),
                        Optional.ofNullable(displayName).map(DisplayName::key))
                .flatMap(Optional::stream);
    }

    Stream<User> fitting(UserFilter filter) {
        SearchPrefix prefix = filter.prefix();
        return listed().stream()
                .filter(user -> hasRole(user, filter.role()))
                .filter(user -> hasStatus(user, filter.status()))
                .filter(user -> prefix == null || isCalled(user, prefix.value()))
                .filter(user -> isBetween(user, filter.from(), filter.below()));
    }

    boolean hasRole(User user, @Nullable RoleName role) {
        return role == null || user.role().role().equals(role);
    }

    boolean hasStatus(User user, @Nullable UserStatus status) {
        return status == null ? user.status() != UserStatus.DELETED : user.status() == status;
    }

    boolean isCalled(User user, String prefix) {
        return keys(user).anyMatch(key -> begins(key, prefix));
    }

    boolean begins(String key, String prefix) {
        return key.startsWith(prefix);
    }

    boolean isBetween(User user, @Nullable UserId from, @Nullable UserId below) {
        String id = idOf(user);
        return (from == null || id.compareTo(from.toString()) >= 0)
                && (below == null || id.compareTo(below.toString()) < 0);
    }

    Comparator<User> newestFirst() {
        return byId().reversed();
    }

    boolean isDeletedBefore(User user, Instant instant) {
        Instant deletedAt = user.deletedAt();
        return user.status() == UserStatus.DELETED && deletedAt != null && deletedAt.isBefore(instant);
    }

    Comparator<User> deletedFirst() {
        return Comparator.comparing(User::deletedAt, Comparator.nullsLast(Comparator.naturalOrder()));
    }

    boolean isTaken(Email email, UserId by) {
        return any(user -> user.email().equals(email) && !user.id().equals(by)).isPresent();
    }

    boolean isTaken(@Nullable Username username, UserId by) {
        return username != null
                && any(user -> hasName(user, username) && !user.id().equals(by)).isPresent();
    }

    Optional<User> any(Predicate<User> condition) {
        return users.values().stream().filter(condition).findAny();
    }

    private boolean hasName(User user, Username username) {
        Username own = user.profile().username();
        return own != null && Objects.equals(key(own), key(username));
    }
}
