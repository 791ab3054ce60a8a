package dev.sallyport.testkit;

import static dev.sallyport.testkit.Roles.name;
import static dev.sallyport.testkit.Roles.role;
import static dev.sallyport.testkit.Roles.upperCase;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sallyport.domain.role.BuiltInRoles;
import dev.sallyport.domain.role.Permission;
import dev.sallyport.domain.role.Role;
import dev.sallyport.domain.role.RoleName;
import dev.sallyport.domain.role.RoleStore;
import dev.sallyport.domain.role.Tier;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What every {@link RoleStore} promises. The store may be shared with others: the contract's roles have names of their own. */
public interface RoleStoreContract extends RoleReplacementContract {

    @Override
    RoleStore store();

    @ParameterizedTest
    @EnumSource
    default void aDefinitionComesBack(Tier tier) {
        RoleStore store = store();
        Role role = new Role(name("EDITOR"), tier, BuiltInRoles.MODERATOR.permissions());

        store.define(role);

        assertThat(store.find(role.name())).contains(role);
        assertThat(store.list()).containsOnlyOnce(role);
    }

    @Test
    default void whatWasNeverDefinedIsNotFound() {
        RoleStore store = store();

        assertThat(store.find(name("NOBODY"))).isEmpty();
    }

    @Test
    default void aRoleMayGrantNothing() {
        RoleStore store = store();
        Role powerless = role(name("POWERLESS"), Tier.GUEST);

        store.define(powerless);

        assertThat(store.find(powerless.name())).contains(powerless);
        assertThat(store.list()).contains(powerless);
    }

    @Test
    default void aRoleMayGrantALot() {
        RoleStore store = store();
        TreeSet<Permission> permissions = new TreeSet<>();
        IntStream.range(0, 200)
                .forEach(number -> permissions.add(new Permission("t".repeat(32) + ":" + "a".repeat(29) + number)));
        Role mighty = new Role(new RoleName("R".repeat(48) + upperCase(People.unique())), Tier.ADMIN, permissions);

        store.define(mighty);

        assertThat(store.find(mighty.name())).contains(mighty);
    }

    @Test
    default void aNewDefinitionTakesThePlaceOfTheOld() {
        RoleStore store = store();
        RoleName name = name("EDITOR");
        Role before = role(name, Tier.MODERATOR, Permission.CONTENT_READ, Permission.CONTENT_MODERATE);
        Role after = role(name, Tier.USER, Permission.CONTENT_READ, Permission.CONTENT_WRITE);
        store.define(before);

        store.define(after);

        assertThat(store.find(name)).contains(after);
        assertThat(store.list()).containsOnlyOnce(after).doesNotContain(before);
    }

    @Test
    default void definingTheSameAgainChangesNothing() {
        RoleStore store = store();
        Role role = role(name("EDITOR"), Tier.USER, Permission.CONTENT_WRITE);

        store.define(role);
        store.define(role);

        assertThat(store.find(role.name())).contains(role);
        assertThat(store.list()).containsOnlyOnce(role);
    }

    @Test
    default void rolesAreListedHighestTierFirstThenByName() {
        RoleStore store = store();
        String unique = upperCase(People.unique());
        Role admin = role(new RoleName("Z" + unique), Tier.ADMIN, Permission.AUDIT_READ);
        Role first = role(new RoleName("R" + unique + "9"), Tier.USER);
        Role second = role(new RoleName("R" + unique + "A"), Tier.USER, Permission.CONTENT_READ);
        Role third = role(new RoleName("R" + unique + "_"), Tier.USER, Permission.CONTENT_WRITE);
        Role guest = role(new RoleName("A" + unique), Tier.GUEST);
        List<Role> mine = List.of(third, guest, first, admin, second);
        mine.forEach(store::define);

        List<Role> listed = store.list();

        assertThat(listed.stream().filter(mine::contains)).containsExactly(admin, first, second, third, guest);
    }

    @RepeatedTest(5)
    default void ofManySimultaneousDefinitionsOneIsTheLastAndEveryReaderSeesOneWhole() {
        RoleStore store = store();
        RoleName name = name("CONTESTED");
        Role high = role(name, Tier.ADMIN, Permission.AUDIT_READ, Permission.USERS_READ, Permission.USERS_DELETE);
        Role low = role(name, Tier.GUEST, Permission.CONTENT_READ, Permission.CONTENT_WRITE);

        List<List<Role>> seen = Race.of(64, number -> {
            store.define(number % 2 == 0 ? high : low);
            return Stream.concat(store.find(name).stream(), named(store, name)).toList();
        });

        assertThat(seen).allSatisfy(roles -> assertThat(roles).hasSize(2).isSubsetOf(high, low));
        assertThat(named(store, name)).containsExactly(store.find(name).orElseThrow());
    }

    private static Stream<Role> named(RoleStore store, RoleName name) {
        return store.list().stream().filter(role -> role.name().equals(name));
    }
}
