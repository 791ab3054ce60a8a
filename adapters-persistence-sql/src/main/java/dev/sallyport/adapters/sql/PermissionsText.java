package dev.sallyport.adapters.sql;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toCollection;

import dev.sallyport.domain.role.Permission;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Permissions as a column holds them: in name order, one space between, so that equal sets are equal texts. */
public final class PermissionsText {

    private static final String SEPARATOR = " ";
    private static final Pattern SEPARATORS = Pattern.compile(SEPARATOR);

    private PermissionsText() {}

    public static String of(SortedSet<Permission> permissions) {
        return permissions.stream().map(Permission::name).collect(joining(SEPARATOR));
    }

    public static SortedSet<Permission> toPermissions(String text) {
        return SEPARATORS
                .splitAsStream(text)
                .filter(name -> !name.isEmpty())
                .map(Permission::new)
                .collect(toCollection(TreeSet::new));
    }
}
