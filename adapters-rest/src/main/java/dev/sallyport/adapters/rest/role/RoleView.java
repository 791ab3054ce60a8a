package dev.sallyport.adapters.rest.role;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.sallyport.domain.role.BuiltInRoles;
import dev.sallyport.domain.role.Permission;
import dev.sallyport.domain.role.Role;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
import java.util.List;

/**
 * What a role means.
 *
 * @param tier by its name
 * @param builtIn whether it always exists and cannot be changed
 */
@Serdeable(naming = SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.ALWAYS)
public record RoleView(String name, String tier, List<String> permissions, boolean builtIn) {

    public RoleView {
        permissions = List.copyOf(permissions);
    }

    static RoleView of(Role role) {
        return new RoleView(
                role.name().value(),
                role.tier().name(),
                role.permissions().stream().map(Permission::name).toList(),
                BuiltInRoles.contain(role.name()));
    }
}
