package dev.sallyport.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sallyport.domain.Holdings;
import dev.sallyport.domain.role.BuiltInRoles;
import dev.sallyport.domain.role.Permission;
import dev.sallyport.domain.role.Role;
import dev.sallyport.domain.role.RoleName;
import dev.sallyport.domain.role.RoleStore;
import dev.sallyport.domain.role.Tier;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What a {@link RoleStore} promises as {@link Holdings}: roles that were carried mean what they meant. */
public interface RoleHoldingsContract<S extends RoleStore & Holdings<Role>> extends HoldingsContract<Role> {

    S store();

    @Override
    default Holdings<Role> holdings() {
        return store();
    }

    @Override
    default void keep(Role role) {
        store().define(role);
    }

    @Override
    default Role sample(UUID id) {
        return new Role(name(id), Tier.MODERATOR, BuiltInRoles.MODERATOR.permissions());
    }

    @Override
    default Role changed(Role role) {
        return new Role(role.name(), Tier.USER, BuiltInRoles.USER.permissions());
    }

    @Override
    default List<Role> extremes() {
        SortedSet<Permission> many = new TreeSet<>();
        IntStream.range(0, 200)
                .forEach(number -> many.add(new Permission("t".repeat(32) + ":" + "a".repeat(29) + number)));
        RoleName longest = new RoleName(
                ("R" + "_9".repeat(32)).substring(0, 48) + People.unique().toUpperCase(Locale.ROOT));
        Stream<Role> powerless =
                Arrays.stream(Tier.values()).map(tier -> new Role(name(UUID.randomUUID()), tier, new TreeSet<>()));
        return Stream.concat(Stream.of(new Role(longest, Tier.ADMIN, many)), powerless)
                .toList();
    }

    @Override
    default String id(Role role) {
        return role.name().value();
    }

    @Test
    default void aRestoredRoleIsFoundAndListed() {
        Role role = sample(UUID.randomUUID());

        store().restore(List.of(role));

        assertThat(store().find(role.name())).contains(role);
        assertThat(store().list()).containsOnlyOnce(role);
    }

    @Test
    default void aRestoredRoleIsDefinedAnew() {
        Role role = sample(UUID.randomUUID());
        store().restore(List.of(role));

        store().define(changed(role));

        assertThat(store().find(role.name())).contains(changed(role));
        assertThat(store().after("").filter(one -> one.name().equals(role.name())))
                .containsExactly(changed(role));
    }

    /** Names in the order of the ids, and with underscores, which come after letters in ASCII and elsewhere before them. */
    private static RoleName name(UUID id) {
        return new RoleName(
                "R" + id.toString().toUpperCase(Locale.ROOT).replace("-", "").replace('F', '_'));
    }
}
