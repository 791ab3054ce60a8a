package dev.sallyport.adapters.sql.role;

import dev.sallyport.adapters.sql.CarriedRows;
import dev.sallyport.adapters.sql.PermissionsText;
import dev.sallyport.adapters.sql.Restore;
import dev.sallyport.adapters.sql.Sql;
import dev.sallyport.adapters.sql.SqlAxis;
import dev.sallyport.domain.Holdings;
import dev.sallyport.domain.role.Role;
import dev.sallyport.domain.role.RoleName;
import dev.sallyport.domain.role.RoleStore;
import dev.sallyport.domain.role.Tier;
import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Definitions of roles in the table {@code roles}, each whole in one row. */
@Singleton
@Bean(typed = SqlRoleStore.class)
@Requires(property = SqlAxis.ACCOUNTS_DIALECT)
public final class SqlRoleStore implements RoleStore, Holdings<Role> {

    private final RoleRows rows;

    SqlRoleStore(RoleRows rows) {
        this.rows = rows;
    }

    /** Two statements for a new name, and safe: each writes a whole definition, whatever comes between them. */
    @Override
    public void define(Role role) {
        RoleRow row = toRow(role);
        Sql.decide(() -> tryDefine(row));
    }

    /** No answer when somebody else defined the name between the two. */
    private Optional<RoleRow> tryDefine(RoleRow row) {
        boolean written = Sql.ask(() -> rows.update(row.name(), row.tier(), row.permissions())) == 1
                || Sql.insert(() -> rows.insert(row));
        return written ? Optional.of(row) : Optional.empty();
    }

    @Override
    public boolean add(Role role) {
        RoleRow row = toRow(role);
        return Sql.insert(() -> rows.insert(row));
    }

    /** A definition has no version: what it says is what is compared. */
    @Override
    public boolean replace(Role expected, Role next) {
        RoleRow from = toRow(expected);
        RoleRow to = toRow(next);
        return Sql.ask(() -> rows.replace(from.name(), from.tier(), from.permissions(), to.tier(), to.permissions()))
                == 1;
    }

    @Override
    public boolean remove(Role expected) {
        RoleRow row = toRow(expected);
        return Sql.ask(() -> rows.remove(row.name(), row.tier(), row.permissions())) == 1;
    }

    @Override
    public Optional<Role> find(RoleName name) {
        return Sql.ask(() -> rows.findByName(name.value())).map(SqlRoleStore::toRole);
    }

    @Override
    public List<Role> list() {
        return Sql.ask(rows::findAll).stream().map(SqlRoleStore::toRole).toList();
    }

    @Override
    public String idOf(Role role) {
        return role.name().value();
    }

    @Override
    public Stream<Role> after(String after) {
        return Holdings.paged(after, this::page, this::idOf);
    }

    private List<Role> page(String after) {
        return Sql.ask(() -> rows.findAfter(after, CarriedRows.PAGE)).stream()
                .map(SqlRoleStore::toRole)
                .toList();
    }

    @Override
    public void restore(List<Role> roles) {
        Restore.into(rows, roles.stream().map(SqlRoleStore::toRow).toList(), RoleRow::name);
    }

    @Override
    public long count() {
        return Sql.ask(rows::count);
    }

    private static RoleRow toRow(Role role) {
        return new RoleRow(role.name().value(), role.tier().level(), PermissionsText.of(role.permissions()));
    }

    private static Role toRole(RoleRow row) {
        Tier tier = Tier.ofLevel(row.tier())
                .orElseThrow(() -> new IllegalStateException("There is no tier " + row.tier() + ", yet a role has it"));
        return new Role(new RoleName(row.name()), tier, PermissionsText.toPermissions(row.permissions()));
    }
}
