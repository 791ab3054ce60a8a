package dev.sallyport.domain.role;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

final class BuiltInRolesTest {

    private static final String WHO_MAY_DO_WHAT = """
            permission,            guest, user, moderator, admin, super admin
            content:read,          yes,   yes,  yes,       yes,   yes
            content:write,         -,     yes,  yes,       yes,   yes
            users:read_self,       -,     yes,  yes,       yes,   yes
            users:update_self,     -,     yes,  yes,       yes,   yes
            users:delete_self,     -,     yes,  yes,       yes,   yes
            sessions:read_self,    -,     yes,  yes,       yes,   yes
            sessions:manage_self,  -,     yes,  yes,       yes,   yes
            content:moderate,      -,     -,    yes,       yes,   yes
            users:read,            -,     -,    yes,       yes,   yes
            users:create,          -,     -,    -,         yes,   yes
            users:update,          -,     -,    -,         yes,   yes
            users:delete,          -,     -,    -,         yes,   yes
            roles:read,            -,     -,    -,         yes,   yes
            roles:assign,          -,     -,    -,         yes,   yes
            sessions:manage,       -,     -,    -,         yes,   yes
            audit:read,            -,     -,    -,         yes,   yes
            api_keys:manage,       -,     -,    -,         yes,   yes
            roles:manage,          -,     -,    -,         -,     yes
            """;

    @ParameterizedTest(name = "{0}")
    @CsvSource(textBlock = WHO_MAY_DO_WHAT, useHeadersInDisplayName = true)
    void mayDoWhatTheTableSays(
            String permission, String guest, String user, String moderator, String admin, String superAdmin) {
        List<String> says = List.of(superAdmin, admin, moderator, user, guest);

        Stream<String> does =
                BuiltInRoles.all().stream().map(role -> role.grants(new Permission(permission)) ? "yes" : "-");

        assertThat(does).containsExactlyElementsOf(says);
    }

    @Test
    void mayDoNothingElse() {
        List<String> inTheTable = WHO_MAY_DO_WHAT
                .lines()
                .skip(1)
                .map(line -> line.substring(0, line.indexOf(',')))
                .toList();

        assertThat(BuiltInRoles.SUPER_ADMIN.permissions().stream().map(Permission::name))
                .containsExactlyInAnyOrderElementsOf(inTheTable);
    }

    static IntStream neighbours() {
        return IntStream.range(0, BuiltInRoles.all().size() - 1);
    }

    @ParameterizedTest
    @MethodSource("neighbours")
    void eachHoldsWhatTheOneBelowHoldsAndMore(int index) {
        Role higher = BuiltInRoles.all().get(index);
        Role lower = BuiltInRoles.all().get(index + 1);

        assertThat(higher.permissions())
                .containsAll(lower.permissions())
                .hasSizeGreaterThan(lower.permissions().size());
        assertThat(higher.tier()).isGreaterThan(lower.tier());
    }

    @Test
    void areFiveOnePerTier() {
        assertThat(BuiltInRoles.all().stream().map(Role::tier).collect(Collectors.toSet()))
                .containsExactlyInAnyOrder(Tier.values());
        assertThat(BuiltInRoles.all()).hasSize(5);
    }

    @Test
    void areFoundByName() {
        assertThat(BuiltInRoles.find(RoleName.MODERATOR)).contains(BuiltInRoles.MODERATOR);
        assertThat(BuiltInRoles.find(new RoleName("LIBRARIAN"))).isEmpty();
    }
}
