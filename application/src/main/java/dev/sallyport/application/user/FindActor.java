package dev.sallyport.application.user;

import dev.sallyport.application.Denial;
import dev.sallyport.application.role.FindRole;
import dev.sallyport.application.token.Caller;
import dev.sallyport.domain.apikey.ApiKey;
import dev.sallyport.domain.role.Authority;
import dev.sallyport.domain.role.BuiltInRoles;
import dev.sallyport.domain.role.Permission;
import dev.sallyport.domain.role.Role;
import dev.sallyport.domain.token.Session;
import dev.sallyport.domain.user.User;
import dev.sallyport.domain.user.UserId;
import dev.sallyport.domain.user.UserStatus;
import dev.sallyport.domain.user.UserStore;
import java.time.InstantSource;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Reads the account behind a request. One round trip; a custom role costs another, an API key that stands for itself none.
 *
 * <p>Empty if the account does not honour the caller's session any more: its password changed, its role was lowered, it was suspended or
 * deleted. So a revocation holds even where ending the session in another store failed. An API key that acts for its creator is honoured
 * as long as the creator may sign in, and may do what both may, at the lower of both tiers.
 */
public final class FindActor {

    /** Whether somebody may do what they ask for, as far as a permission decides it. */
    public sealed interface Admission {
        record Granted(Actor actor) implements Admission {}

        record Refused(Denial why) implements Admission {}
    }

    private final UserStore users;
    private final FindRole roles;
    private final InstantSource clock;

    public FindActor(UserStore users, FindRole roles, InstantSource clock) {
        this.users = users;
        this.roles = roles;
        this.clock = clock;
    }

    /** Finds who is to have a permission. */
    public Admission admit(Caller caller, Permission needed) {
        Optional<Actor> actor = find(caller);
        if (actor.isEmpty()) {
            return new Admission.Refused(new Denial.SignedOut());
        }
        return actor.get().may(needed)
                ? new Admission.Granted(actor.get())
                : new Admission.Refused(new Denial.Forbidden());
    }

    public Optional<Actor> find(Caller caller) {
        return switch (caller) {
            case Caller.InSession(Session session) ->
                read(session.user())
                        .filter(session::isHonouredBy)
                        .map(user -> new Actor(caller, Optional.of(user), role(user)));
            case Caller.WithKey(ApiKey key) -> key.serviceAccount() ? Optional.of(alone(key)) : onBehalf(key);
        };
    }

    private Actor alone(ApiKey key) {
        Role named = BuiltInRoles.at(key.tier());
        return new Actor(
                new Caller.WithKey(key), Optional.empty(), new Role(named.name(), named.tier(), key.permissions()));
    }

    private Optional<Actor> onBehalf(ApiKey key) {
        return read(key.creator())
                .filter(user -> user.status() == UserStatus.ACTIVE)
                .map(user -> new Actor(new Caller.WithKey(key), Optional.of(user), shared(key, role(user))));
    }

    private static Role shared(ApiKey key, Role role) {
        Role lower = key.tier().level() < role.tier().level() ? BuiltInRoles.at(key.tier()) : role;
        SortedSet<Permission> both = new TreeSet<>(key.permissions());
        both.removeIf(permission -> !Authority.holds(role, permission));
        return new Role(lower.name(), lower.tier(), both);
    }

    private Optional<User> read(UserId id) {
        return users.find(id).map(user -> user.asOf(clock.instant()));
    }

    private Role role(User user) {
        return roles.find(user.role().role());
    }
}
