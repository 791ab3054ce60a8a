package dev.sallyport.application.user;

import dev.sallyport.application.Denial;
import dev.sallyport.application.token.Caller;
import dev.sallyport.domain.apikey.ApiKey;
import dev.sallyport.domain.role.Authority;
import dev.sallyport.domain.role.Permission;
import dev.sallyport.domain.role.Role;
import dev.sallyport.domain.role.Tier;
import dev.sallyport.domain.user.User;
import dev.sallyport.domain.user.UserId;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who is behind a request, as it stands in the store now, and what they may do.
 *
 * @param account empty for an API key that stands for itself
 * @param role for an API key no more than the key was given
 */
public record Actor(Caller caller, Optional<User> account, Role role) {

    public boolean may(Permission permission) {
        return role.grants(permission);
    }

    /** Whether all of these are theirs to hand on. A key has what it was given, whatever its tier; a Super Admin has everything. */
    public boolean hold(Set<Permission> permissions) {
        return permissions.stream()
                .allMatch(permission -> isKey() ? may(permission) : Authority.holds(role, permission));
    }

    /** Whether they may let somebody in until then, null for ever: what a key makes ends no later than the key. */
    public boolean lastUntil(@Nullable Instant end) {
        Instant own = caller instanceof Caller.WithKey(ApiKey key) ? key.expiresAt() : null;
        return own == null || (end != null && !end.isAfter(own));
    }

    public Tier tier() {
        return role.tier();
    }

    public boolean is(UserId other) {
        return account.filter(user -> user.id().equals(other)).isPresent();
    }

    public boolean isKey() {
        return caller instanceof Caller.WithKey;
    }

    /** Why they may not give somebody a role instead of another; empty if they may. Nobody gains by a key what the key lacks. */
    Optional<Denial> objectionTo(Role next, Role before) {
        if (!Authority.mayActOn(tier(), next.tier())) {
            return Optional.of(new Denial.TierTooLow());
        }
        return isKey() && !hold(next.beyond(before)) ? Optional.of(new Denial.Forbidden()) : Optional.empty();
    }
}
