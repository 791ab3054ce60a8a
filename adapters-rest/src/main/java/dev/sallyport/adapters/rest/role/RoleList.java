package dev.sallyport.adapters.rest.role;

import io.micronaut.serde.annotation.Serdeable;
import java.util.List;

/** All roles, highest tier first. */
@Serdeable
public record RoleList(List<RoleView> items) {

    public RoleList {
        items = List.copyOf(items);
    }
}
