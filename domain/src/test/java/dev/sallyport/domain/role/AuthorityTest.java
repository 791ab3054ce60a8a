package dev.sallyport.domain.role;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

final class AuthorityTest {

    private static final RoleName OWN = new RoleName("LIBRARIAN");
    private static final Permission LEND = new Permission("books:lend");

    static Stream<Arguments> pairs() {
        return Arrays.stream(Tier.values())
                .flatMap(one -> Arrays.stream(Tier.values()).map(other -> Arguments.of(one, other)));
    }

    /** All twenty-five pairs; a Super Admin alone acts on their own tier. */
    @ParameterizedTest
    @MethodSource("pairs")
    void nobodyActsAtOrAboveTheirOwnTierButSuperAdmins(Tier actor, Tier subject) {
        boolean isAbove = actor.level() > subject.level();
        boolean expected = isAbove || (actor == Tier.SUPER_ADMIN && subject == Tier.SUPER_ADMIN);

        assertThat(Authority.mayActOn(actor, subject)).isEqualTo(expected);
    }

    /** All pairs again, and no exception: not even a Super Admin puts a custom role beside their own. */
    @ParameterizedTest
    @MethodSource("pairs")
    void aCustomRoleStaysBelowWhoeverDefinesIt(Tier actor, Tier role) {
        assertThat(Authority.mayDefine(actor, role)).isEqualTo(actor.level() > role.level());
    }

    @ParameterizedTest
    @EnumSource(Tier.class)
    void whatApplicationsHaveNamesOfTheirOwnForOnlySuperAdminsHoldUnasked(Tier tier) {
        assertThat(Authority.holds(role(tier), LEND)).isEqualTo(tier == Tier.SUPER_ADMIN);
        assertThat(Authority.holds(role(tier, LEND), LEND)).isTrue();
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void betweenBuiltInRolesRightsAreLoweredDownwardsOnly(Tier before, Tier after) {
        assertThat(Authority.isLowered(BuiltInRoles.at(before), BuiltInRoles.at(after)))
                .isEqualTo(after.level() < before.level());
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "SUPER_ADMIN")
    void whoLosesOnePermissionIsLoweredAtTheSameTier(Tier tier) {
        Role more = role(tier, LEND, Permission.CONTENT_READ);
        Role fewer = role(tier, Permission.CONTENT_READ);

        assertThat(Authority.isLowered(more, fewer)).isTrue();
        assertThat(Authority.isLowered(fewer, more)).isFalse();
        assertThat(Authority.isLowered(more, more)).isFalse();
    }

    private static Role role(Tier tier, Permission... permissions) {
        return new Role(OWN, tier, new TreeSet<>(List.of(permissions)));
    }
}
