package dev.sallyport.adapters.sql.throttle;

import dev.sallyport.adapters.sql.SharedDatabases;
import dev.sallyport.testkit.AttemptLimiterContract;
import dev.sallyport.testkit.backend.OnBackend;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.extension.ExtendWith;

/** Counted attempts in each SQL database. */
final class SqlAttemptLimiterTest {

    @Nested
    @OnBackend("H2")
    class OnH2 extends Promises {}

    @Nested
    @OnBackend("SQLite")
    class OnSqlite extends Promises {}

    @Nested
    @OnBackend("PostgreSQL")
    class OnPostgres extends Promises {}

    @Nested
    @OnBackend("MariaDB")
    class OnMariaDb extends Promises {}

    @Nested
    @OnBackend("MySQL")
    class OnMySql extends Promises {}

    @ExtendWith(SharedDatabases.class)
    abstract static class Promises implements AttemptLimiterContract {

        private SqlAttemptLimiter limiter;

        @BeforeEach
        void take(SqlAttemptLimiter shared) {
            limiter = shared;
        }

        @Override
        public SqlAttemptLimiter limiter() {
            return limiter;
        }
    }
}
