package dev.sallyport.domain.role;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class RoleTest {

    @Test
    void keepsItsPermissionsWhateverBecomesOfTheSetItWasMadeFrom() {
        TreeSet<Permission> permissions = new TreeSet<>(List.of(Permission.CONTENT_READ));
        Role reader = new Role(new RoleName("READER"), Tier.USER, permissions);

        permissions.add(Permission.ROLES_MANAGE);

        assertThat(reader.grants(Permission.ROLES_MANAGE)).isFalse();
        assertThatThrownBy(() -> reader.permissions().add(Permission.ROLES_MANAGE))
                .isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void tellsWhatItGrantsAndAnotherDoesNot() {
        assertThat(BuiltInRoles.MODERATOR.beyond(BuiltInRoles.USER))
                .containsExactly(Permission.CONTENT_MODERATE, Permission.USERS_READ);
        assertThat(BuiltInRoles.USER.beyond(BuiltInRoles.MODERATOR)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "A", "admin", "Admin", "1ADMIN", "_ADMIN", "ADMIN ", "AD-MIN", "ADMIN\n", "\u00c4DMIN"})
    void refusesANameThatCouldBeTakenForAnother(String name) {
        assertThatIllegalArgumentException().isThrownBy(() -> new RoleName(name));
    }

    @Test
    void takesANameOf2To64Characters() {
        assertThat(new RoleName("IT")).hasToString("IT");
        assertThat(new RoleName("R".repeat(64)).value()).hasSize(64);
        assertThatIllegalArgumentException().isThrownBy(() -> new RoleName("R".repeat(65)));
    }

    @Test
    void findsATierByItsLevel() {
        assertThat(Arrays.stream(Tier.values()).map(Tier::level)).containsExactly(1, 2, 3, 4, 5);
        assertThat(Arrays.stream(Tier.values()))
                .allSatisfy(tier -> assertThat(Tier.ofLevel(tier.level())).contains(tier));
        assertThat(Tier.ofLevel(0)).isEmpty();
        assertThat(Tier.ofLevel(6)).isEmpty();
    }

    @Test
    void isAssignedEverywhereUnlessAScopeIsNamed() {
        assertThat(RoleAssignment.global(RoleName.USER).scope()).isEqualTo(Scope.GLOBAL);
        assertThatIllegalArgumentException().isThrownBy(() -> new Scope(""));
        assertThatIllegalArgumentException().isThrownBy(() -> new Scope("s".repeat(65)));
    }
}
