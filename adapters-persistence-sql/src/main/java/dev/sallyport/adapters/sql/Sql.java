package dev.sallyport.adapters.sql;

import dev.sallyport.domain.StoreUnavailableException;
import java.sql.SQLException;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.IntSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Runs statements, each in a transaction of its own, and says what their failure means: the database could not be asked
 * ({@link StoreUnavailableException}), a unique constraint refused (an answer), or the statement is wrong (a bug, thrown on).
 */
public final class Sql {

    /** Enough for any race that can be lost again and again by chance; beyond it something is wrong. */
    private static final int TRIES = 16;

    private Sql() {}

    /**
     * Runs one statement.
     *
     * @throws StoreUnavailableException if the database could not be asked or its answer did not arrive
     */
    public static <T> T ask(Supplier<T> statement) {
        for (int attempt = 1; ; attempt++) {
            try {
                return statement.get();
            } catch (RuntimeException e) {
                SQLException cause = sqlCause(e);
                if (cause == null || isBug(cause)) {
                    throw e;
                }
                if (!isRolledBack(cause) || attempt == TRIES) {
                    throw new StoreUnavailableException("The SQL database", e);
                }
            }
        }
    }

    /**
     * Runs an INSERT.
     *
     * @return whether the row was written; false if a unique constraint refused
     * @throws StoreUnavailableException if the database could not be asked or its answer did not arrive
     */
    public static boolean insert(Runnable statement) {
        return update(() -> {
                    statement.run();
                    return 1;
                })
                .isPresent();
    }

    /**
     * Runs an UPDATE that a unique constraint may refuse.
     *
     * @return how many rows were written; empty if a constraint refused
     * @throws StoreUnavailableException if the database could not be asked or its answer did not arrive
     */
    public static OptionalInt update(IntSupplier statement) {
        try {
            return OptionalInt.of(ask(statement::getAsInt));
        } catch (StoreUnavailableException e) {
            throw e;
        } catch (RuntimeException e) {
            SQLException cause = sqlCause(e);
            if (cause == null || !isUniqueViolation(cause)) {
                throw e;
            }
            return OptionalInt.empty();
        }
    }

    /**
     * Repeats {@code attempt} until it has an answer. It has none when what stood in its way was gone again as it looked.
     *
     * @throws StoreUnavailableException if there is none after {@value #TRIES} attempts, which no race is likely to explain
     */
    public static <T> T decide(Supplier<Optional<T>> attempt) {
        for (int i = 0; i < TRIES; i++) {
            Optional<T> answer = attempt.get();
            if (answer.isPresent()) {
                return answer.get();
            }
        }
        throw new StoreUnavailableException(
                "The SQL database", new IllegalStateException("No answer in " + TRIES + " attempts"));
    }

    /** The innermost, because pools and drivers wrap what the database said in something vaguer. */
    private static @Nullable SQLException sqlCause(Throwable failure) {
        SQLException innermost = null;
        for (Throwable each = failure; each != null; each = each.getCause()) {
            if (each instanceof SQLException sql) {
                innermost = sql;
            }
        }
        return innermost;
    }

    /** SQLSTATE 23505 on H2 and PostgreSQL; a database that says it in another way adds its line here. */
    private static boolean isUniqueViolation(SQLException e) {
        return "23505".equals(e.getSQLState());
    }

    /** By class of SQLSTATE: not supported, wrong use of the driver, wrong values, violated constraints, wrong statement. */
    private static boolean isBug(SQLException e) {
        return switch (sqlStateClass(e)) {
            case "0A", "07", "21", "22", "23", "42" -> true;
            default -> false;
        };
    }

    /** Class 40: the database undid the statement, to end a deadlock. It changed nothing and may be run again. */
    private static boolean isRolledBack(SQLException e) {
        return sqlStateClass(e).equals("40");
    }

    private static String sqlStateClass(SQLException e) {
        String state = e.getSQLState();
        return state == null || state.length() < 2 ? "" : state.substring(0, 2);
    }
}
