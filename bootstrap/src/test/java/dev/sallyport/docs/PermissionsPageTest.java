package dev.sallyport.docs;

import dev.sallyport.domain.role.BuiltInRoles;
import dev.sallyport.domain.role.Permission;
import dev.sallyport.domain.role.Role;
import dev.sallyport.testkit.GeneratedFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

final class PermissionsPageTest {

    private static final String PAGE = "docs/permissions.md";

    /** What stands above is written by hand. */
    private static final String TABLE_BEGINS = "## The matrix\n\n";

    @Test
    void thePageHasTheMatrixThatTheRolesAre() throws IOException {
        String page = Files.readString(Path.of("..", PAGE));
        String prose = page.substring(0, page.indexOf(TABLE_BEGINS) + TABLE_BEGINS.length());

        GeneratedFile.assertUpToDate(PAGE, prose + matrix());
    }

    private static String matrix() {
        String head = BuiltInRoles.all().stream()
                .map(role -> " `" + role.name() + "` |")
                .collect(Collectors.joining("", "| permission |", "\n| --- |" + " :-: |".repeat(5) + "\n"));
        return BuiltInRoles.SUPER_ADMIN.permissions().stream()
                .map(PermissionsPageTest::row)
                .collect(Collectors.joining("", head, ""));
    }

    private static String row(Permission permission) {
        return BuiltInRoles.all().stream()
                .map(role -> cell(role, permission))
                .collect(Collectors.joining("", "| `" + permission + "` |", "\n"));
    }

    private static String cell(Role role, Permission permission) {
        return role.grants(permission) ? " ✓ |" : "   |";
    }
}
