package dev.sallyport.move.file;

import dev.sallyport.domain.role.Permission;
import dev.sallyport.domain.role.Role;
import dev.sallyport.domain.role.RoleName;
import dev.sallyport.domain.role.Tier;
import java.util.TreeSet;
import java.util.stream.Collectors;

final class RoleFormat extends Format<Role> {

    RoleFormat() {
        super("role");
    }

    @Override
    String idOf(Role role) {
        return role.name().value();
    }

    @Override
    void write(Role role, LineWriter line) {
        line.put("name", role.name().value())
                .put("tier", role.tier().name())
                .put(
                        "permissions",
                        role.permissions().stream().map(Permission::name).toList());
    }

    @Override
    Role read(LineReader line) {
        return new Role(
                new RoleName(line.text("name")),
                line.constant("tier", Tier.class),
                line.texts("permissions").stream().map(Permission::new).collect(Collectors.toCollection(TreeSet::new)));
    }
}
