package dev.sallyport.adapters.sql.user;

import dev.sallyport.adapters.sql.ComposedSql;
import dev.sallyport.adapters.sql.SqlAxis;
import dev.sallyport.adapters.sql.SqlDialect;
import dev.sallyport.domain.user.SearchPrefix;
import dev.sallyport.domain.user.UserFilter;
import dev.sallyport.domain.user.UserId;
import io.micronaut.context.annotation.Property;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Asks {@code users} for what a filter fits. Each kind of filter has a statement of its own, put together when it is asked: in one
 * statement for all, with parameters that may be null, no planner sees which index would do.
 */
@Singleton
@Requires(property = SqlAxis.ACCOUNTS_DIALECT)
final class FilteredUsers {

    /** How many names, or accounts, a search looks at before it tries the other way. */
    private static final int FIRST_REACH = 200;

    private static final int FURTHER = 4;

    private final ComposedSql sql;
    private final UserSelection selection;

    FilteredUsers(ComposedSql sql, @Property(name = SqlAxis.ACCOUNTS_DIALECT) SqlDialect dialect) {
        this.sql = sql;
        this.selection = new UserSelection(dialect);
    }

    List<UserRow> list(UserFilter filter, int max) {
        SearchPrefix prefix = filter.prefix();
        return prefix == null
                ? sql.rows(selection.page(filter, max), UserRow.class)
                : search(prefix, filter, max, FIRST_REACH);
    }

    /**
     * By the names if few begin so, along the list if it is not far to those who fit; each a little way in turn, then further, because
     * nobody knows beforehand. So the shorter way decides, and one who searches for what few are called, or everybody, waits once or
     * three times. What is answered comes from one statement.
     */
    private List<UserRow> search(SearchPrefix prefix, UserFilter filter, int max, int reach) {
        Optional<List<UserRow>> named = sql.joinedRows(selection.named(prefix, filter, reach, max), UserRow.class);
        return named.orElseGet(() -> walk(prefix, filter, max, reach));
    }

    private List<UserRow> walk(SearchPrefix prefix, UserFilter filter, int max, int reach) {
        Optional<UserId> end = sql.text(selection.idAt(withoutPrefix(filter), reach))
                .map(UUID::fromString)
                .map(UserId::new);
        List<UserRow> found =
                sql.rows(selection.page(end.map(id -> from(id, filter)).orElse(filter), max), UserRow.class);
        return end.isEmpty() || found.size() == max
                ? found
                : search(prefix, filter, max, Math.multiplyExact(reach, FURTHER));
    }

    long count(UserFilter filter) {
        return sql.number(selection.count(filter));
    }

    private static UserFilter withoutPrefix(UserFilter filter) {
        return new UserFilter(filter.role(), filter.status(), null, filter.from(), filter.below());
    }

    private static UserFilter from(UserId lowest, UserFilter filter) {
        return new UserFilter(filter.role(), filter.status(), filter.prefix(), lowest, filter.below());
    }
}
