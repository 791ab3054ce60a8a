package dev.sallyport.testkit;

import dev.sallyport.domain.role.Permission;
import dev.sallyport.domain.role.Role;
import dev.sallyport.domain.role.RoleName;
import dev.sallyport.domain.role.RoleStore;
import dev.sallyport.domain.role.Tier;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.concurrent.ConcurrentHashMap;

/** Right as long as nobody else is there: it writes the tier, and then the permissions. */
class NaiveRoleStore implements RoleStore, NaiveHoldings<Role> {

    private final Map<RoleName, Tier> tiers = new ConcurrentHashMap<>();
    private final Map<RoleName, SortedSet<Permission>> permissions = new ConcurrentHashMap<>();

    @Override
    public void define(Role role) {
        tiers.put(role.name(), role.tier());
        Gap.open();
        permissions.put(role.name(), role.permissions());
    }

    @Override
    public boolean add(Role role) {
        if (isHeld(role)) {
            return false;
        }
        Gap.open();
        define(role);
        return true;
    }

    @Override
    public boolean replace(Role expected, Role next) {
        if (!isStill(expected)) {
            return false;
        }
        Gap.open();
        define(next);
        return true;
    }

    @Override
    public boolean remove(Role expected) {
        if (!isStill(expected)) {
            return false;
        }
        Gap.open();
        tiers.remove(expected.name());
        permissions.remove(expected.name());
        return true;
    }

    @Override
    public Optional<Role> find(RoleName name) {
        return Optional.ofNullable(tiers.get(name)).map(tier -> role(name, tier));
    }

    @Override
    public List<Role> list() {
        return tiers.entrySet().stream()
                .map(entry -> role(entry.getKey(), entry.getValue()))
                .sorted(order())
                .toList();
    }

    @Override
    public String idOf(Role role) {
        return role.name().value();
    }

    @Override
    public Collection<Role> records() {
        return list();
    }

    @Override
    public boolean isHeld(Role role) {
        return tiers.containsKey(role.name());
    }

    @Override
    public void put(Role role) {
        permissions.put(role.name(), role.permissions());
        tiers.put(role.name(), role.tier());
    }

    Comparator<Role> order() {
        return Comparator.comparing(Role::tier).reversed().thenComparing(Role::name);
    }

    boolean isStill(Role expected) {
        return find(expected.name()).filter(expected::equals).isPresent();
    }

    private Role role(RoleName name, Tier tier) {
        return new Role(name, tier, permissions.getOrDefault(name, Collections.emptySortedSet()));
    }
}
