package dev.sallyport.adapters.sql;

import java.sql.SQLException;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.flywaydb.core.api.FlywayException;

/** Says in one sentence why the database kept the service from starting, and what to do about it. */
public final class SqlStartFailure {

    private SqlStartFailure() {}

    /**
     * Explains what starting with {@code url} threw; empty if it had nothing to do with the database. Names neither classes nor
     * passwords.
     */
    public static Optional<String> explain(Throwable failure, String url) {
        if (causes(failure).anyMatch(SqlStartFailure::isNoSpace)) {
            return Optional.of("There is no space left for the database " + SqlPlace.of(url)
                    + "; free some, or choose a data folder on another disk.");
        }
        Optional<SQLException> database = last(failure, SQLException.class);
        Optional<FlywayException> migration = last(failure, FlywayException.class);
        return database.map(e -> sentence(e, url)).or(() -> migration.map(e -> sentence(e, url)));
    }

    private static String sentence(SQLException e, String url) {
        String place = SqlPlace.of(url);
        return switch (e.getErrorCode()) {
            case 90020 ->
                "The database " + place
                        + " is in use by another process; stop that one, or give this one another data folder.";
            case 90030 -> "The database " + place + " is damaged; restore it from a backup.";
            case 90028, 90031, 90062 ->
                "The database " + place
                        + " cannot be written; choose a data folder in which the service may create files.";
            default -> sentenceByState(e, place);
        };
    }

    /** SQLSTATE class 28 is the standard's for refused credentials. */
    private static String sentenceByState(SQLException e, String place) {
        String state = Objects.requireNonNullElse(e.getSQLState(), "none");
        return state.startsWith("28")
                ? "The database " + place + " refuses the user name or the password; check both."
                : "The database " + place + " cannot be used (SQL state " + state + ", code " + e.getErrorCode()
                        + "); check its address and that it runs.";
    }

    /** The first line says what does not fit; those after it advise developers. */
    private static String sentence(FlywayException e, String url) {
        String cause = Objects.requireNonNullElse(e.getMessage(), "no reason given")
                .lines()
                .filter(line -> !line.isBlank())
                .findFirst()
                .orElse("no reason given");
        return "The tables of the database " + SqlPlace.of(url) + " do not fit this version (" + cause
                + "); start the version that last used it, or restore a backup.";
    }

    /** H2 has no code of its own for it, and the JDK no type: all there is is the message of the operating system. */
    private static boolean isNoSpace(Throwable cause) {
        String message = cause.getMessage();
        return message != null && message.endsWith("No space left on device");
    }

    private static <T extends Throwable> Optional<T> last(Throwable failure, Class<T> type) {
        return causes(failure).filter(type::isInstance).map(type::cast).reduce((earlier, later) -> later);
    }

    private static Stream<Throwable> causes(Throwable failure) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause);
    }
}
