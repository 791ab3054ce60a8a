package dev.sallyport.testkit;

import static dev.sallyport.testkit.Roles.name;
import static dev.sallyport.testkit.Roles.role;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sallyport.domain.role.BuiltInRoles;
import dev.sallyport.domain.role.Permission;
import dev.sallyport.domain.role.Role;
import dev.sallyport.domain.role.RoleName;
import dev.sallyport.domain.role.RoleStore;
import dev.sallyport.domain.role.Tier;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/** The part of {@link RoleStoreContract} by which a role is added, changed and removed by those who know what it was. */
public interface RoleReplacementContract {

    RoleStore store();

    @Test
    default void aRoleThatWasAddedIsFoundAndListed() {
        RoleStore store = store();
        Role role = new Role(name("EDITOR"), Tier.MODERATOR, BuiltInRoles.MODERATOR.permissions());

        boolean added = store.add(role);

        assertThat(added).isTrue();
        assertThat(store.find(role.name())).contains(role);
        assertThat(store.list()).containsOnlyOnce(role);
    }

    @Test
    default void aRoleIsNotAddedOverAnother() {
        RoleStore store = store();
        RoleName name = name("EDITOR");
        Role first = role(name, Tier.USER, Permission.CONTENT_READ);
        store.add(first);

        boolean added = store.add(role(name, Tier.ADMIN, Permission.CONTENT_WRITE));

        assertThat(added).isFalse();
        assertThat(named(store, name)).containsExactly(first, first);
    }

    @RepeatedTest(5)
    default void ofManyWhoAddOneNameExactlyOneDoes() {
        RoleStore store = store();
        RoleName name = name("CONTESTED");

        List<Boolean> added = Race.of(64, number -> store.add(numbered(name, number)));

        assertThat(added).containsOnlyOnce(true);
        Role winner = numbered(name, added.indexOf(true));
        assertThat(named(store, name)).containsExactly(winner, winner);
    }

    @Test
    default void aReplacementChangesTierAndPermissions() {
        RoleStore store = store();
        RoleName name = name("EDITOR");
        Role before = role(name, Tier.MODERATOR, Permission.CONTENT_READ, Permission.CONTENT_MODERATE);
        Role after = role(name, Tier.USER, Permission.CONTENT_READ, Permission.CONTENT_WRITE);
        Role powerless = role(name, Tier.USER);
        store.add(before);

        assertThat(store.replace(before, after)).isTrue();
        assertThat(named(store, name)).containsExactly(after, after);
        assertThat(store.replace(after, powerless)).isTrue();
        assertThat(named(store, name)).containsExactly(powerless, powerless);
        assertThat(store.replace(powerless, before)).isTrue();
        assertThat(named(store, name)).containsExactly(before, before);
    }

    @Test
    default void whatIsNoLongerWhatTheNameMeansIsNeitherReplacedNorRemoved() {
        RoleStore store = store();
        RoleName name = name("EDITOR");
        Role present = role(name, Tier.USER, Permission.CONTENT_READ, Permission.CONTENT_WRITE);
        List<Role> others = List.of(
                role(name, Tier.MODERATOR, Permission.CONTENT_READ, Permission.CONTENT_WRITE),
                role(name, Tier.USER, Permission.CONTENT_READ),
                role(name, Tier.USER),
                role(name, Tier.USER, Permission.CONTENT_READ, Permission.CONTENT_WRITE, Permission.AUDIT_READ));
        store.add(present);

        assertThat(others).allSatisfy(other -> {
            assertThat(store.replace(other, role(name, Tier.GUEST))).isFalse();
            assertThat(store.remove(other)).isFalse();
        });

        assertThat(named(store, name)).containsExactly(present, present);
    }

    @Test
    default void replacingAndRemovingTouchNoOtherRole() {
        RoleStore store = store();
        Role changing = role(name("EDITOR"), Tier.USER, Permission.CONTENT_READ);
        Role going = role(name("EDITOR"), Tier.USER, Permission.CONTENT_READ);
        Role staying = role(name("EDITOR"), Tier.USER, Permission.CONTENT_READ);
        List.of(changing, going, staying).forEach(store::add);

        store.replace(changing, role(changing.name(), Tier.GUEST));
        store.remove(going);

        assertThat(named(store, staying.name())).containsExactly(staying, staying);
    }

    @Test
    default void whatIsNotThereIsNotReplaced() {
        RoleStore store = store();
        Role removed = role(name("EDITOR"), Tier.USER, Permission.CONTENT_READ);
        Role powerless = role(name("POWERLESS"), Tier.GUEST);
        store.add(removed);
        store.remove(removed);

        assertThat(store.replace(removed, role(removed.name(), Tier.GUEST))).isFalse();
        assertThat(store.replace(powerless, role(powerless.name(), Tier.USER))).isFalse();

        assertThat(named(store, removed.name())).isEmpty();
        assertThat(named(store, powerless.name())).isEmpty();
    }

    @RepeatedTest(5)
    default void ofManyReplacementsOfOneDefinitionExactlyOneIsWritten() {
        RoleStore store = store();
        RoleName name = name("CONTESTED");
        Role before = role(name, Tier.USER, Permission.CONTENT_READ);
        store.add(before);

        List<Boolean> replaced = Race.of(64, number -> store.replace(before, numbered(name, number)));

        assertThat(replaced).containsOnlyOnce(true);
        Role winner = numbered(name, replaced.indexOf(true));
        assertThat(named(store, name)).containsExactly(winner, winner);
    }

    @RepeatedTest(3)
    default void whoeverReadsWhileARoleIsReplacedSeesItWhole() {
        RoleStore store = store();
        RoleName name = name("CONTESTED");
        Role high = role(name, Tier.ADMIN, Permission.AUDIT_READ, Permission.USERS_READ, Permission.USERS_DELETE);
        Role low = role(name, Tier.GUEST, Permission.CONTENT_READ, Permission.CONTENT_WRITE);
        store.add(high);

        List<List<Role>> seen = Race.of(16, number -> {
            if (number % 2 == 0) {
                return Stream.generate(() -> named(store, name))
                        .limit(10)
                        .flatMap(List::stream)
                        .toList();
            }
            for (int time = 0; time < 5; time++) {
                store.replace(high, low);
                store.replace(low, high);
            }
            return List.of();
        });

        assertThat(seen).allSatisfy(roles -> assertThat(roles).isSubsetOf(high, low));
        assertThat(seen.getFirst()).hasSize(20);
    }

    @Test
    default void aRoleThatWasRemovedIsGoneAndItsNameIsFree() {
        RoleStore store = store();
        Role before = role(name("EDITOR"), Tier.USER, Permission.CONTENT_READ);
        Role after = role(before.name(), Tier.GUEST);
        store.add(before);

        assertThat(store.remove(before)).isTrue();

        assertThat(named(store, before.name())).isEmpty();
        assertThat(store.remove(before)).isFalse();
        assertThat(store.add(after)).isTrue();
        assertThat(named(store, before.name())).containsExactly(after, after);
    }

    @RepeatedTest(5)
    default void ofManySimultaneousRemovalsOfARoleExactlyOneIsToldSo() {
        RoleStore store = store();
        Role role = role(name("CONTESTED"), Tier.USER, Permission.CONTENT_READ);
        store.add(role);

        List<Boolean> removed = Race.of(64, number -> store.remove(role));

        assertThat(removed).containsOnlyOnce(true);
        assertThat(named(store, role.name())).isEmpty();
    }

    @RepeatedTest(5)
    default void ofSimultaneousRemovalsAndReplacementsOfARoleExactlyOneWins() {
        RoleStore store = store();
        RoleName name = name("CONTESTED");
        Role before = role(name, Tier.USER, Permission.CONTENT_READ);
        store.add(before);

        List<Boolean> won = Race.of(
                64, number -> number % 2 == 0 ? store.remove(before) : store.replace(before, numbered(name, number)));

        assertThat(won).containsOnlyOnce(true);
        int winner = won.indexOf(true);
        assertThat(store.find(name).stream())
                .containsExactlyElementsOf(winner % 2 == 0 ? List.of() : List.of(numbered(name, winner)));
    }

    /** A role of one name unlike every one of another number. */
    private static Role numbered(RoleName name, int number) {
        return role(name, Tier.MODERATOR, Permission.CONTENT_READ, new Permission("number:a" + number));
    }

    /** What the name means, once as it is found and once as it is listed. */
    private static List<Role> named(RoleStore store, RoleName name) {
        return Stream.concat(
                        store.find(name).stream(),
                        store.list().stream().filter(role -> role.name().equals(name)))
                .toList();
    }
}
