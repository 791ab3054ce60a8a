package dev.sallyport.domain.role;

import java.util.Optional;
import java.util.SortedSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Something a person may do, as {@code thing:action}: {@code users:read}. Applications may use names of their own. */
public record Permission(String name) implements Comparable<Permission> {

    private static final Pattern SHAPE = Pattern.compile("[a-z][a-z0-9_-]{0,31}:[a-z][a-z0-9_-]{0,31}");

    public static final Permission USERS_READ = new Permission("users:read");
    public static final Permission USERS_CREATE = new Permission("users:create");
    public static final Permission USERS_UPDATE = new Permission("users:update");
    public static final Permission USERS_DELETE = new Permission("users:delete");
    public static final Permission USERS_READ_SELF = new Permission("users:read_self");
    public static final Permission USERS_UPDATE_SELF = new Permission("users:update_self");
    public static final Permission USERS_DELETE_SELF = new Permission("users:delete_self");
    public static final Permission ROLES_READ = new Permission("roles:read");
    public static final Permission ROLES_ASSIGN = new Permission("roles:assign");
    public static final Permission ROLES_MANAGE = new Permission("roles:manage");
    public static final Permission SESSIONS_READ_SELF = new Permission("sessions:read_self");
    public static final Permission SESSIONS_MANAGE_SELF = new Permission("sessions:manage_self");
    public static final Permission SESSIONS_MANAGE = new Permission("sessions:manage");
    public static final Permission API_KEYS_MANAGE = new Permission("api_keys:manage");
    public static final Permission AUDIT_READ = new Permission("audit:read");
    public static final Permission CONTENT_READ = new Permission("content:read");
    public static final Permission CONTENT_WRITE = new Permission("content:write");
    public static final Permission CONTENT_MODERATE = new Permission("content:moderate");

    public Permission {
        if (!SHAPE.matcher(name).matches()) {
            throw new IllegalArgumentException("Expected a permission as thing:action, in lower case: " + name);
        }
    }

    public static Optional<Permission> parse(String text) {
        return SHAPE.matcher(text).matches() ? Optional.of(new Permission(text)) : Optional.empty();
    }

    /** Their names on one line, with spaces between. */
    public static String list(SortedSet<Permission> permissions) {
        return permissions.stream().map(Permission::name).collect(Collectors.joining(" "));
    }

    @Override
    public int compareTo(Permission other) {
        return name.compareTo(other.name);
    }

    @Override
    public String toString() {
        return name;
    }
}
