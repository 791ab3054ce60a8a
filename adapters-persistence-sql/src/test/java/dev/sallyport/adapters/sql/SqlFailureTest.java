package dev.sallyport.adapters.sql;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.data.connection.jdbc.exceptions.CannotGetJdbcConnectionException;
import io.micronaut.data.exceptions.DataAccessException;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

final class SqlFailureTest {

    /** PostgreSQL and H2 by SQLSTATE, MySQL and MariaDB by their own number. */
    @ParameterizedTest
    @CsvSource({
        "23505, 0, TAKEN",
        "23000, 1062, TAKEN",
        "23000, 1048, BUG",
        "40001, 0, UNDONE",
        "40P01, 0, UNDONE",
        "40001, 1213, UNDONE",
        "40003, 0, OUTAGE",
        "HYT00, 50200, UNDONE",
        "HY000, 1205, OUTAGE",
        "25006, 0, OUTAGE",
        "HY000, 1290, OUTAGE",
        "57P01, 0, OUTAGE",
        "53300, 0, OUTAGE",
        "08004, 1040, OUTAGE",
        "42P01, 0, BUG",
        "42S02, 1146, BUG"
    })
    void serversSayWhatAFailureIs(String state, int code, SqlFailure expected) {
        assertThat(SqlFailure.of(failed(new SQLException("Failed", state, code))))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "SQLITE_CONSTRAINT_UNIQUE, TAKEN",
        "SQLITE_CONSTRAINT_PRIMARYKEY, TAKEN",
        "SQLITE_CONSTRAINT_NOTNULL, BUG",
        "SQLITE_BUSY_SNAPSHOT, UNDONE",
        "SQLITE_BUSY_RECOVERY, UNDONE",
        "SQLITE_BUSY, OUTAGE",
        "SQLITE_ERROR, BUG",
        "SQLITE_IOERR_FSYNC, OUTAGE",
        "SQLITE_FULL, OUTAGE",
        "SQLITE_READONLY_DBMOVED, OUTAGE"
    })
    void sqliteSaysItInCodesOfItsOwn(SQLiteErrorCode code, SqlFailure expected) {
        assertThat(SqlFailure.of(failed(new SQLiteException("Failed", code)))).isEqualTo(expected);
    }

    @Test
    void whoGetsNoConnectionRanNoWrongStatement() {
        SQLException missing = new SQLException("Unknown database", "42000", 1049);

        assertThat(SqlFailure.of(new CannotGetJdbcConnectionException("Failed", missing)))
                .isEqualTo(SqlFailure.OUTAGE);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ERROR: duplicate key value violates unique constraint \"users_email\" | users_email",
                "(conn=7) Duplicate entry 'users_username_key' for key 'users_email' | users_email",
                "Duplicate entry 'ada' for key 'users.users_username_key' | users_username_key",
                "FEHLER: doppelter Schlüsselwert verletzt Unique-Constraint »users_email« | ''",
                "Unique index or primary key violation: \"PUBLIC.USERS_EMAIL ON PUBLIC.USERS(EMAIL)\"; SQL statement: | ''"
            })
    void theConstraintIsReadFromTheUsualWords(String message, String constraint) {
        assertThat(SqlFailure.refusingConstraint(failed(new SQLException(message, "23505"))))
                .isEqualTo(constraint);
    }

    @Test
    void whatTheRowHoldsIsNoConstraint() {
        SQLException refused = new SQLException(
                "ERROR: duplicate key value violates unique constraint \"users_pkey\"\n  Detail: Key (id)=(\"users_email\"",
                "23505");

        assertThat(SqlFailure.refusingConstraint(failed(refused))).isEqualTo("users_pkey");
    }

    private static DataAccessException failed(SQLException cause) {
        return new DataAccessException("Failed", cause);
    }
}
