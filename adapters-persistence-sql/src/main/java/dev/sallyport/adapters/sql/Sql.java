package dev.sallyport.adapters.sql;

import dev.sallyport.domain.StoreUnavailableException;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntSupplier;
import java.util.function.Supplier;

/**
 * Runs statements, each a transaction of its own, and says what their failure means: the database could not be asked
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
                SqlFailure failure = SqlFailure.of(e);
                if (failure == SqlFailure.TAKEN || failure == SqlFailure.BUG) {
                    throw e;
                }
                if (failure == SqlFailure.OUTAGE || attempt == TRIES) {
                    throw new StoreUnavailableException("The SQL database", e);
                }
                giveWay(attempt);
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
        return write(statement) instanceof Written.Done;
    }

    /**
     * Runs an INSERT, and says which constraint refused if one did.
     *
     * @throws StoreUnavailableException if the database could not be asked or its answer did not arrive
     */
    public static Written write(Runnable statement) {
        return update(() -> {
            statement.run();
            return 1;
        });
    }

    /**
     * Runs an UPDATE that a unique constraint may refuse.
     *
     * @throws StoreUnavailableException if the database could not be asked or its answer did not arrive
     */
    public static Written update(IntSupplier statement) {
        try {
            return new Written.Done(ask(statement::getAsInt));
        } catch (StoreUnavailableException e) {
            throw e;
        } catch (RuntimeException e) {
            if (SqlFailure.of(e) != SqlFailure.TAKEN) {
                throw e;
            }
            return new Written.Refused(SqlFailure.refusingConstraint(e));
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

    /** To whoever stood in the way, a little longer each time. */
    private static void giveWay(int attempt) {
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(attempt));
    }
}
