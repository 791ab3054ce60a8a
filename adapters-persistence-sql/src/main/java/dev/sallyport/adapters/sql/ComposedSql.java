package dev.sallyport.adapters.sql;

import io.micronaut.context.annotation.Requires;
import io.micronaut.data.jdbc.runtime.JdbcOperations;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Runs statements on the accounts' database that are put together when they are run, for want of one that does for all cases. */
@Singleton
@Requires(property = SqlAxis.ACCOUNTS_DIALECT)
public final class ComposedSql {

    private static final String ID = "id";

    private final JdbcOperations database;

    ComposedSql(@Named(SqlAxis.ACCOUNTS) JdbcOperations database) {
        this.database = database;
    }

    /** Rows of an entity's table. */
    public <R> List<R> rows(Clause query, Class<R> entity) {
        return query(query, found -> database.entityStream(found, entity).toList());
    }

    /**
     * Rows of an entity's table that an outer join brings. A row without one, all nulls, is left out; empty only if the statement brought
     * no row at all.
     */
    public <R> Optional<List<R>> joinedRows(Clause query, Class<R> entity) {
        return query(query, found -> {
            boolean any = false;
            List<R> rows = new ArrayList<>();
            while (found.next()) {
                any = true;
                if (found.getString(ID) != null) {
                    rows.add(database.readEntity(found, entity));
                }
            }
            return any ? Optional.of(rows) : Optional.empty();
        });
    }

    /** One text, if there is a row. */
    public Optional<String> text(Clause query) {
        return query(query, found -> found.next() ? Optional.of(found.getString(1)) : Optional.empty());
    }

    /** One number. */
    public long number(Clause query) {
        return query(query, found -> found.next() ? found.getLong(1) : 0L);
    }

    /** A statement that changes rows; tells how many. */
    public int change(Clause change) {
        return run(change, PreparedStatement::executeUpdate);
    }

    private <T> T query(Clause query, Step<ResultSet, T> reader) {
        return run(query, statement -> {
            try (ResultSet found = statement.executeQuery()) {
                return reader.take(found);
            }
        });
    }

    private <T> T run(Clause clause, Step<PreparedStatement, T> step) {
        return database.execute(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(clause.sql())) {
                clause.bindTo(statement);
                return step.take(statement);
            }
        });
    }

    @FunctionalInterface
    private interface Step<A, T> {
        T take(A from) throws SQLException;
    }
}
