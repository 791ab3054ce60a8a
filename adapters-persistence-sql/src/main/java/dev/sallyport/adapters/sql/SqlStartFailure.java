package dev.sallyport.adapters.sql;

import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.sql.SQLException;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.flywaydb.core.api.FlywayException;
import org.jspecify.annotations.Nullable;

/** Says in one sentence why the database kept the service from starting, and what to do about it. */
public final class SqlStartFailure {

    /** The standard's, as MySQL and H2 have them, and PostgreSQL's. */
    private static final Set<String> NO_SUCH_TABLE_OR_COLUMN = Set.of("42S02", "42S04", "42S22", "42P01", "42703");

    private SqlStartFailure() {}

    /**
     * Explains what starting with {@code url} threw; empty if it had nothing to do with the database. Names neither classes nor
     * passwords.
     */
    public static Optional<String> explain(Throwable failure, String url) {
        String place = SqlPlace.of(url);
        if (causes(failure).anyMatch(SqlStartFailure::isNoSpace)) {
            return Optional.of("There is no space left for the database " + place
                    + "; free some, or choose a data folder on another disk.");
        }
        Optional<SQLException> database = last(failure, SQLException.class);
        Optional<FlywayException> migration = last(failure, FlywayException.class);
        boolean isInMigration =
                migration.filter(SqlStartFailure::isOfAMigration).isPresent();
        return database.map(e -> isInMigration ? migrationSentence(e, url) : sentence(e, url))
                .or(() -> migration.map(SqlStartFailure::sentence))
                .map(sentence -> "The database " + place + " " + sentence);
    }

    private static String sentence(SQLException e, String url) {
        return byCode(e, url).orElseGet(() -> byState(e));
    }

    private static Optional<String> byCode(SQLException e, String url) {
        return SqlDialect.ofUrl(url).flatMap(dialect -> switch (dialect) {
            case H2 -> h2(e);
            case SQLITE -> sqlite(e);
            case POSTGRESQL -> postgres(e);
            case MYSQL, MARIADB -> mySql(e);
        });
    }

    private static Optional<String> h2(SQLException e) {
        return Optional.ofNullable(
                switch (e.getErrorCode()) {
                    case 90020 -> "is in use by another process; stop that one, or give this one another data folder.";
                    case 90146 -> missing();
                    case 90030 -> "is damaged; restore it from a backup.";
                    case 90028, 90031, 90062 ->
                        "cannot be written; choose a data folder in which the service may create files.";
                    default -> null;
                });
    }

    private static Optional<String> sqlite(SQLException e) {
        return Optional.ofNullable(
                switch (e.getErrorCode()) {
                    // Of a statement: no such table, no such column
                    case 1 -> unprepared();
                    // Busy, locked
                    case 5, 6 -> "is in use by another process; stop that one, or name another file.";
                    // Permission, read-only, cannot open
                    case 3, 8, 14 ->
                        "cannot be written; name a file in a folder in which the service may create files.";
                    // Corrupt, not a database
                    case 11, 26 -> "is no SQLite database, or a damaged one; name another file, or restore a backup.";
                    default -> null;
                });
    }

    private static Optional<String> postgres(SQLException e) {
        return Optional.ofNullable(
                switch (Objects.requireNonNullElse(e.getSQLState(), "")) {
                    case "3D000" -> missing();
                    case "42501" -> forbidden();
                    case "53300" -> full();
                    case "22023" -> wrongParameter();
                    // The driver's own, for silence and for some parameters; from the network there is a cause
                    case "08001" -> e.getCause() == null ? notConnected() : null;
                    default -> null;
                });
    }

    private static Optional<String> mySql(SQLException e) {
        return Optional.ofNullable(
                switch (e.getErrorCode()) {
                    case 0 -> causes(e).anyMatch(IllegalArgumentException.class::isInstance) ? wrongParameter() : null;
                    case 1049 -> missing();
                    // To the database, to a table
                    case 1044, 1142 -> forbidden();
                    // Of the server, of the user
                    case 1040, 1203, 1226 -> full();
                    default -> null;
                });
    }

    private static String unprepared() {
        return "has no tables of this version; see that it is the right one, and that this version of the service has run on it.";
    }

    private static String missing() {
        return "is not there; create it, or correct its name in the URL.";
    }

    private static String forbidden() {
        return "does not let the service make its tables; grant its user every right on it.";
    }

    private static String full() {
        return "takes no more connections; let it take more, or make the pools smaller.";
    }

    private static String wrongParameter() {
        return "cannot be asked, because a parameter in its URL has a value that the driver does not know; correct it.";
    }

    private static String notConnected() {
        return "cannot be connected to; check its address, that it runs and answers in time, and the parameters in its URL.";
    }

    /** SQLSTATE class 28 is the standard's for refused credentials. */
    private static String byState(SQLException e) {
        String state = Objects.requireNonNullElse(e.getSQLState(), "");
        if (NO_SUCH_TABLE_OR_COLUMN.contains(state)) {
            return unprepared();
        }
        return state.startsWith("28")
                ? "refuses the user name or the password; check both."
                : unreachable(e).orElse("cannot be used (" + codes(e) + ")") + "; check its address and that it runs.";
    }

    private static String codes(SQLException e) {
        return "SQL state " + Objects.requireNonNullElse(e.getSQLState(), "none") + ", code " + e.getErrorCode();
    }

    private static Optional<String> unreachable(SQLException e) {
        return causes(e)
                .flatMap(cause -> Stream.ofNullable(network(cause)))
                .findFirst()
                .map(why -> "cannot be reached (" + why + ")");
    }

    private static @Nullable String network(Throwable cause) {
        return switch (cause) {
            case UnknownHostException unknown -> "its host has no address";
            case ConnectException refused -> "connection refused";
            case SocketTimeoutException silent -> "no answer in time";
            default -> null;
        };
    }

    private static boolean isOfAMigration(FlywayException e) {
        return Objects.requireNonNullElse(e.getMessage(), "")
                .lines()
                .anyMatch(line -> line.startsWith("Script ") && line.endsWith(" failed"));
    }

    /** What a migration did before it failed is done again, and does no harm then. */
    private static String migrationSentence(SQLException e, String url) {
        return byCode(e, url)
                .filter(forbidden()::equals)
                .orElseGet(() -> "cannot be brought to this version (" + codes(e)
                        + "); remove what hinders that and start again.");
    }

    /** By the words of the message, for want of a type or a code. Its first line says what is wrong; those after it advise developers. */
    private static String sentence(FlywayException e) {
        String message = Objects.requireNonNullElse(e.getMessage(), "no reason given");
        if (message.contains("not resolved locally")) {
            return "was last used by a newer version; start that one, or restore a backup from before.";
        }
        if (message.contains("non-empty schema")) {
            return "has tables that are not the service's; give it a database of its own.";
        }
        String cause =
                message.lines().filter(line -> !line.isBlank()).findFirst().orElse(message);
        return "has tables that do not fit this version (" + cause
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
