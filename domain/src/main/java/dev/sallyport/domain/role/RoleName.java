package dev.sallyport.domain.role;

import java.util.Optional;
import java.util.regex.Pattern;

/** Names a role: 2 to 64 upper-case ASCII letters, digits and underscores, so that no two differ by case alone. */
public record RoleName(String value) implements Comparable<RoleName> {

    private static final Pattern SHAPE = Pattern.compile("[A-Z][A-Z0-9_]{1,63}");

    public static final RoleName SUPER_ADMIN = new RoleName("SUPER_ADMIN");
    public static final RoleName ADMIN = new RoleName("ADMIN");
    public static final RoleName MODERATOR = new RoleName("MODERATOR");
    public static final RoleName USER = new RoleName("USER");
    public static final RoleName GUEST = new RoleName("GUEST");

    public RoleName {
        if (!SHAPE.matcher(value).matches()) {
            throw new IllegalArgumentException("Expected a role name in upper case: " + value);
        }
    }

    public static Optional<RoleName> parse(String text) {
        return SHAPE.matcher(text).matches() ? Optional.of(new RoleName(text)) : Optional.empty();
    }

    @Override
    public int compareTo(RoleName other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
