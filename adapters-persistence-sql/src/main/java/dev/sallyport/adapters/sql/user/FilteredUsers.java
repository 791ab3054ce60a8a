package dev.sallyport.adapters.sql.user;

import dev.sallyport.adapters.sql.ComposedSql;
import dev.sallyport.adapters.sql.SqlAxis;
import dev.sallyport.adapters.sql.SqlDialect;
import dev.sallyport.domain.user.UserFilter;
import io.micronaut.context.annotation.Property;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.util.List;

/**
 * Asks {@code users} for what a filter fits. Each kind of filter has a statement of its own, put together when it is asked: in one
 * statement for all, with parameters that may be null, no planner sees which index would do.
 */
@Singleton
@Requires(property = SqlAxis.ACCOUNTS_DIALECT)
final class FilteredUsers {

    private final ComposedSql sql;
    private final UserSelection selection;

    FilteredUsers(ComposedSql sql, @Property(name = SqlAxis.ACCOUNTS_DIALECT) SqlDialect dialect) {
        this.sql = sql;
        this.selection = new UserSelection(dialect);
    }

    List<UserRow> list(UserFilter filter, int max) {
        return sql.rows(selection.page(filter, max), UserRow.class);
    }

    long count(UserFilter filter) {
        return sql.number(selection.count(filter));
    }
}
