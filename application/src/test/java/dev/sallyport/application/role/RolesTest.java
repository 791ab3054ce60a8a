package dev.sallyport.application.role;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sallyport.application.House;
import dev.sallyport.application.role.ShowPermissions.Result.Shown;
import dev.sallyport.application.token.Caller;
import dev.sallyport.domain.role.BuiltInRoles;
import dev.sallyport.domain.role.Permission;
import dev.sallyport.domain.role.Role;
import dev.sallyport.domain.role.RoleName;
import dev.sallyport.domain.role.Tier;
import dev.sallyport.domain.user.User;
import dev.sallyport.testkit.People;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

final class RolesTest {

    private static final Role LIBRARIAN =
            new Role(new RoleName("LIBRARIAN"), Tier.MODERATOR, new TreeSet<>(List.of(new Permission("books:lend"))));

    private final House house = new House();
    private final User ada = house.moveIn(People.ada());
    private final DefineBuiltInRoles define = new DefineBuiltInRoles(house.roles);

    @Test
    void whoIsNotSignedInIsAGuestAndNoStoreIsAsked() {
        List<String> calls = house.wire.during(() ->
                assertThat(house.showPermissions.show(Optional.empty())).isEqualTo(new Shown(BuiltInRoles.GUEST)));

        assertThat(calls).isEmpty();
    }

    @Test
    void whoIsSignedInSeesTheirRoleAsItIsNow() {
        Optional<Caller> caller = Optional.of(house.caller(house.signIn(ada)));
        house.put(ada, RoleName.ADMIN);

        assertThat(house.showPermissions.show(caller)).isEqualTo(new Shown(BuiltInRoles.ADMIN));
    }

    @Test
    void aRoleOfTheApplicationsOwnMeansWhatTheStoreSays() {
        house.roles.define(LIBRARIAN);
        house.put(ada, LIBRARIAN.name());

        assertThat(house.showPermissions.show(Optional.of(house.caller(house.signIn(ada)))))
                .isEqualTo(new Shown(LIBRARIAN));
    }

    @Test
    void aRoleThatWasRemovedMeansWhatAGuestMayDo() {
        house.put(ada, LIBRARIAN.name());

        assertThat(house.showPermissions.show(Optional.of(house.caller(house.signIn(ada)))))
                .isEqualTo(new Shown(BuiltInRoles.GUEST));
    }

    @Test
    void aBuiltInRoleMeansWhatThisVersionSaysWhateverTheStoreSays() {
        house.roles.define(new Role(RoleName.USER, Tier.SUPER_ADMIN, BuiltInRoles.SUPER_ADMIN.permissions()));

        assertThat(house.showPermissions.show(Optional.of(house.caller(house.signIn(ada)))))
                .isEqualTo(new Shown(BuiltInRoles.USER));
    }

    @Test
    void theBuiltInRolesAreDefinedBesideTheApplicationsOwn() {
        house.roles.define(LIBRARIAN);

        define.define();
        define.define();

        assertThat(house.roles.list())
                .containsAll(BuiltInRoles.all())
                .contains(LIBRARIAN)
                .hasSize(6);
    }

    @Test
    void aBuiltInRoleAsAnOlderVersionMeantItIsDefinedAnew() {
        house.roles.define(new Role(RoleName.ADMIN, Tier.ADMIN, new TreeSet<>()));

        define.define();

        assertThat(house.roles.find(RoleName.ADMIN)).contains(BuiltInRoles.ADMIN);
    }
}
