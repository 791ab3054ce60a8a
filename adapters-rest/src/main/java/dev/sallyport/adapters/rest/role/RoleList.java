package dev.sallyport.adapters.rest.role;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.serde.annotation.Serdeable;
import java.util.List;

/** All roles, highest tier first. */
@Serdeable
@JsonInclude(JsonInclude.Include.ALWAYS)
public record RoleList(List<RoleView> items) {

    public RoleList {
        items = List.copyOf(items);
    }
}
