package dev.sallyport.adapters.rest.role;

import dev.sallyport.adapters.rest.problem.FieldError;
import dev.sallyport.adapters.rest.problem.ProblemCode;
import dev.sallyport.adapters.rest.problem.ProblemException;
import dev.sallyport.domain.role.Permission;
import dev.sallyport.domain.role.Role;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/** The member {@code permissions} of a body. */
public final class PermissionNames {

    private PermissionNames() {}

    /** Each as {@code thing:action}, at most {@value Role#MOST_PERMISSIONS}; one that is named twice counts once. */
    public static SortedSet<Permission> read(List<String> names) {
        SortedSet<Permission> permissions = new TreeSet<>();
        names.forEach(name ->
                permissions.add(Permission.parse(name).orElseThrow(() -> ProblemException.invalid("permissions"))));
        if (permissions.size() > Role.MOST_PERMISSIONS) {
            throw ProblemException.invalid(List.of(new FieldError(
                    "permissions", ProblemCode.REQUEST_INVALID.code(), Map.of("max", Role.MOST_PERMISSIONS))));
        }
        return permissions;
    }

    /** Who asks lacks some of them. */
    public static ProblemException tooHigh() {
        return ProblemException.of(ProblemCode.FORBIDDEN, FieldError.of("permissions", ProblemCode.FORBIDDEN.code()));
    }
}
