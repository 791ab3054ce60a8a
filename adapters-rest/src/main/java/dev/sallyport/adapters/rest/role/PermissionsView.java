package dev.sallyport.adapters.rest.role;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.sallyport.domain.role.Permission;
import dev.sallyport.domain.role.Role;
import io.micronaut.serde.annotation.Serdeable;
import java.util.List;

/**
 * What somebody may do.
 *
 * @param tier 1 (guest) to 5 (super administrator)
 */
@Serdeable
@JsonInclude(JsonInclude.Include.ALWAYS)
public record PermissionsView(String role, int tier, List<String> permissions) {

    public PermissionsView {
        permissions = List.copyOf(permissions);
    }

    static PermissionsView of(Role role) {
        return new PermissionsView(
                role.name().value(),
                role.tier().level(),
                role.permissions().stream().map(Permission::name).toList());
    }
}
