package dev.sallyport.adapters.rest.role;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.sallyport.domain.role.Permission;
import dev.sallyport.domain.role.Role;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/** What somebody may do. */
@Serdeable
@JsonInclude(JsonInclude.Include.ALWAYS)
@Schema(name = "Permissions")
public record PermissionsView(
        @Schema(example = "USER") String role,

        @Schema(minimum = "1", maximum = "5", description = "1 guest to 5 super administrator")
        int tier,

        @Schema(example = "[\"users:read_self\"]") List<String> permissions) {

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
