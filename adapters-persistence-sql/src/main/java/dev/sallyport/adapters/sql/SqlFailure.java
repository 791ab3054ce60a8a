package dev.sallyport.adapters.sql;

import io.micronaut.data.connection.jdbc.exceptions.CannotGetJdbcConnectionException;
import java.sql.SQLException;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteException;

/** What a failed statement means. */
enum SqlFailure {
    /** A unique constraint refused. */
    TAKEN,
    /** The database undid the statement, to end a deadlock or a conflict. It changed nothing and may be run again at once. */
    UNDONE,
    /** The statement is wrong, or what failed was no statement. */
    BUG,
    /** The database could not be asked or its answer did not arrive. */
    OUTAGE;

    /** PostgreSQL, then MySQL and MariaDB, at the end of the line. What the row holds stands before it or in a later line. */
    private static final Pattern REFUSING_CONSTRAINT =
            Pattern.compile("\"(?<postgres>\\w+)\"$| for key '(?:\\w+\\.)?(?<mysql>\\w+)'$");

    private static final int MYSQL_DUPLICATE_ENTRY = 1062;

    /** H2 says so of a row that is locked for long, and of two statements that keep getting into each other's way. */
    private static final int H2_LOCK_TIMEOUT = 50200;

    /** The one of its class that does not say that the statement was undone: CockroachDB and YugabyteDB have it. */
    private static final String COMPLETION_UNKNOWN = "40003";

    static SqlFailure of(RuntimeException failure) {
        SQLException cause = sqlCause(failure);
        if (cause == null) {
            return BUG;
        }
        if (isWithoutConnection(failure)) {
            return OUTAGE;
        }
        return cause instanceof SQLiteException sqlite ? of(sqlite) : of(cause);
    }

    /** The name of the unique constraint that refused; empty where the database says it in other words. */
    static String refusingConstraint(RuntimeException failure) {
        SQLException cause = sqlCause(failure);
        String message = cause == null ? null : cause.getMessage();
        if (message == null) {
            return "";
        }
        Matcher matcher =
                REFUSING_CONSTRAINT.matcher(message.lines().findFirst().orElse(""));
        if (!matcher.find()) {
            return "";
        }
        String postgres = matcher.group("postgres");
        return postgres == null ? matcher.group("mysql") : postgres;
    }

    /** Then no statement was run that could be wrong, whatever the code is: a missing database has that of a wrong statement. */
    private static boolean isWithoutConnection(Throwable failure) {
        return causes(failure).anyMatch(CannotGetJdbcConnectionException.class::isInstance);
    }

    /** The innermost, because pools and drivers wrap what the database said in something vaguer. */
    private static @Nullable SQLException sqlCause(Throwable failure) {
        return causes(failure)
                .filter(SQLException.class::isInstance)
                .map(SQLException.class::cast)
                .reduce((outer, inner) -> inner)
                .orElse(null);
    }

    private static Stream<Throwable> causes(Throwable failure) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause);
    }

    private static SqlFailure of(SQLException e) {
        if (isDuplicate(e)) {
            return TAKEN;
        }
        if (COMPLETION_UNKNOWN.equals(e.getSQLState())) {
            return OUTAGE;
        }
        return switch (sqlStateClass(e)) {
            // To end a deadlock, or because what happened at once has no order
            case "40" -> UNDONE;
            // Not supported, wrong use of the driver, wrong values, violated constraints, wrong statement
            case "0A", "07", "21", "22", "23", "42" -> BUG;
            default -> e.getErrorCode() == H2_LOCK_TIMEOUT ? UNDONE : OUTAGE;
        };
    }

    /** SQLSTATE 23505 on H2 and PostgreSQL. MySQL and MariaDB have one SQLSTATE for all constraints. */
    private static boolean isDuplicate(SQLException e) {
        return "23505".equals(e.getSQLState()) || e.getErrorCode() == MYSQL_DUPLICATE_ENTRY;
    }

    private static String sqlStateClass(SQLException e) {
        String state = e.getSQLState();
        return state == null || state.length() < 2 ? "" : state.substring(0, 2);
    }

    /** SQLite has codes of its own. Plain {@code BUSY} is none to try again: it comes when {@code busy_timeout} has passed. */
    private static SqlFailure of(SQLiteException e) {
        return switch (e.getResultCode()) {
            case SQLITE_CONSTRAINT_UNIQUE, SQLITE_CONSTRAINT_PRIMARYKEY -> TAKEN;
            case SQLITE_BUSY_SNAPSHOT, SQLITE_BUSY_RECOVERY -> UNDONE;
            default ->
                switch (e.getErrorCode()) {
                    // Wrong statement, too big, violated constraint, wrong type, wrong use of the library, no such
                    // parameter
                    case 1, 18, 19, 20, 21, 25 -> BUG;
                    default -> OUTAGE;
                };
        };
    }
}
