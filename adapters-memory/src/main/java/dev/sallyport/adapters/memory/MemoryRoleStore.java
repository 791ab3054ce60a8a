package dev.sallyport.adapters.memory;

import dev.sallyport.domain.Holdings;
import dev.sallyport.domain.role.Role;
import dev.sallyport.domain.role.RoleName;
import dev.sallyport.domain.role.RoleStore;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** Definitions of roles in memory, gone with the process. A definition is one immutable value, so it is seen whole. */
public final class MemoryRoleStore implements RoleStore, Holdings<Role> {

    private static final Comparator<Role> HIGHEST_TIER_FIRST =
            Comparator.comparing(Role::tier).reversed().thenComparing(Role::name);

    private final Map<RoleName, Role> roles = new ConcurrentHashMap<>();

    @Override
    public void define(Role role) {
        roles.put(role.name(), role);
    }

    @Override
    public boolean add(Role role) {
        return roles.putIfAbsent(role.name(), role) == null;
    }

    @Override
    public boolean replace(Role expected, Role next) {
        return roles.replace(expected.name(), expected, next);
    }

    @Override
    public boolean remove(Role expected) {
        return roles.remove(expected.name(), expected);
    }

    @Override
    public Optional<Role> find(RoleName name) {
        return Optional.ofNullable(roles.get(name));
    }

    @Override
    public List<Role> list() {
        return roles.values().stream().sorted(HIGHEST_TIER_FIRST).toList();
    }

    @Override
    public String idOf(Role role) {
        return role.name().value();
    }

    @Override
    public Stream<Role> after(String after) {
        return Held.after(after, roles.values(), this);
    }

    @Override
    public void restore(List<Role> definitions) {
        definitions.forEach(role -> roles.putIfAbsent(role.name(), role));
    }

    @Override
    public long count() {
        return roles.size();
    }
}
