package dev.sallyport.adapters.sql.user;

import dev.sallyport.adapters.sql.SqlAxis;
import dev.sallyport.adapters.sql.SqlDialect;
import dev.sallyport.domain.user.UserFilter;
import io.micronaut.context.annotation.Property;
import io.micronaut.context.annotation.Requires;
import io.micronaut.data.jdbc.runtime.JdbcOperations;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/**
 * Asks {@code users} for what a filter fits. Each kind of filter has a statement of its own, put together when it is asked: in one
 * statement for all, with parameters that may be null, no planner sees which index would do.
 */
@Singleton
@Requires(property = SqlAxis.ACCOUNTS_DIALECT)
final class FilteredUsers {

    private final JdbcOperations database;
    private final UserSelection selection;

    FilteredUsers(
            @Named(SqlAxis.ACCOUNTS) JdbcOperations database,
            @Property(name = SqlAxis.ACCOUNTS_DIALECT) SqlDialect dialect) {
        this.database = database;
        this.selection = new UserSelection(dialect);
    }

    List<UserRow> list(UserFilter filter, int max) {
        return ask(
                selection.page(filter, max),
                found -> database.entityStream(found, UserRow.class).toList());
    }

    long count(UserFilter filter) {
        return ask(selection.count(filter), found -> found.next() ? found.getLong(1) : 0L);
    }

    private <T> T ask(Clause question, Reader<T> reader) {
        return database.execute(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(question.sql())) {
                question.bindTo(statement);
                try (ResultSet found = statement.executeQuery()) {
                    return reader.read(found);
                }
            }
        });
    }

    @FunctionalInterface
    private interface Reader<T> {
        T read(ResultSet found) throws SQLException;
    }
}
