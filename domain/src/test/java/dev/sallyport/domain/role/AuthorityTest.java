package dev.sallyport.domain.role;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
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
        assertThat(Authority.mayGrant(actor, subject)).isEqualTo(expected);
    }

    /** All pairs again, for a role without permissions. */
    @ParameterizedTest
    @MethodSource("pairs")
    void nobodyDefinesARoleAtOrAboveTheirOwnTier(Tier actor, Tier tier) {
        Role definer = role(actor, Permission.ROLES_MANAGE);

        assertThat(Authority.mayDefine(definer, role(tier), role(tier))).isEqualTo(Authority.mayActOn(actor, tier));
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void nobodyMovesARoleFromOrToWhereTheyMayNotAct(Tier before, Tier after) {
        Role admin = role(Tier.ADMIN, Permission.ROLES_MANAGE);

        assertThat(Authority.mayDefine(admin, role(before), role(after)))
                .isEqualTo(before.level() < Tier.ADMIN.level() && after.level() < Tier.ADMIN.level());
    }

    @Test
    void nobodyAddsAPermissionThatTheyLack() {
        Role admin = role(Tier.ADMIN, Permission.ROLES_MANAGE, Permission.USERS_READ);
        Role before = role(Tier.USER, LEND);

        assertThat(Authority.mayDefine(admin, before, role(Tier.USER, LEND, Permission.USERS_READ)))
                .isTrue();
        assertThat(Authority.mayDefine(admin, before, role(Tier.USER, LEND, Permission.AUDIT_READ)))
                .isFalse();
    }

    @Test
    void whatARoleHasAlreadyMayStayWhoeverChangesIt() {
        Role admin = role(Tier.ADMIN, Permission.ROLES_MANAGE);

        assertThat(Authority.mayDefine(admin, role(Tier.USER, LEND), role(Tier.USER, LEND)))
                .isTrue();
    }

    @Test
    void aSuperAdminGivesPermissionsOfTheApplicationsOwn() {
        assertThat(Authority.mayDefine(BuiltInRoles.SUPER_ADMIN, role(Tier.USER), role(Tier.USER, LEND)))
                .isTrue();
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void betweenBuiltInRolesRightsAreLoweredDownwardsOnly(Tier before, Tier after) {
        assertThat(Authority.isLowered(BuiltInRoles.at(before), BuiltInRoles.at(after)))
                .isEqualTo(after.level() < before.level());
    }

    @ParameterizedTest
    @EnumSource(Tier.class)
    void whoLosesOnePermissionIsLoweredAtTheSameTier(Tier tier) {
        Role more = role(tier, LEND, Permission.CONTENT_READ);
        Role fewer = role(tier, Permission.CONTENT_READ);

        assertThat(Authority.isLowered(more, fewer)).isEqualTo(tier != Tier.SUPER_ADMIN);
        assertThat(Authority.isLowered(fewer, more)).isFalse();
        assertThat(Authority.isLowered(more, more)).isFalse();
    }

    private static Role role(Tier tier, Permission... permissions) {
        return new Role(OWN, tier, new TreeSet<>(List.of(permissions)));
    }
}
