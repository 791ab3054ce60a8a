package dev.sallyport.adapters.sql.role;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;

/** A row of {@code roles}; the permissions in name order, one space between. */
@MappedEntity("roles")
record RoleRow(@Id String name, int tier, String permissions) {}
