package dev.sallyport.adapters.sql;

import dev.sallyport.adapters.sql.apikey.SqlApiKeyStore;
import dev.sallyport.adapters.sql.audit.SqlAuditStore;
import dev.sallyport.adapters.sql.audit.SqlCheckpointStore;
import dev.sallyport.adapters.sql.intention.SqlIntentionStore;
import dev.sallyport.adapters.sql.role.SqlRoleStore;
import dev.sallyport.adapters.sql.throttle.SqlAttemptLimiter;
import dev.sallyport.adapters.sql.token.SqlOneTimeTokenStore;
import dev.sallyport.adapters.sql.token.SqlSessionStore;
import dev.sallyport.adapters.sql.user.SqlUserStore;
import dev.sallyport.domain.apikey.ApiKeyStore;
import dev.sallyport.domain.audit.AuditStore;
import dev.sallyport.domain.audit.CheckpointStore;
import dev.sallyport.domain.intention.IntentionStore;
import dev.sallyport.domain.role.RoleStore;
import dev.sallyport.domain.throttle.AttemptLimiter;
import dev.sallyport.domain.token.OneTimeTokenStore;
import dev.sallyport.domain.token.SessionStore;
import dev.sallyport.domain.user.UserStore;
import dev.sallyport.testkit.AccountsRoundTripsContract;
import dev.sallyport.testkit.AuditRoundTripsContract;
import dev.sallyport.testkit.TokensRoundTripsContract;
import dev.sallyport.testkit.backend.OnBackend;
import dev.sallyport.testkit.backend.Relay;
import dev.sallyport.testkit.backend.SqlServer;
import dev.sallyport.testkit.backend.TestServer;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.TestInstance;

/** Statements on the wire: no transactions around them, nothing set before them, no connection asked whether it lives. */
final class SqlRoundTripsTest {

    @Nested
    @OnBackend("PostgreSQL")
    class OnPostgres extends Counted {

        OnPostgres() {
            super(TestServer.postgres());
        }
    }

    @Nested
    @OnBackend("MariaDB")
    class OnMariaDb extends Counted {

        OnMariaDb() {
            super(TestServer.mariaDb());
        }
    }

    @TestInstance(TestInstance.Lifecycle.PER_CLASS)
    abstract static class Counted
            implements AccountsRoundTripsContract, AuditRoundTripsContract, TokensRoundTripsContract {

        private final Relay relay;
        private final SqlDatabase database;

        Counted(SqlServer server) {
            relay = Relay.to(server.address());
            database = SqlDatabase.at(oneConnection(relay.through(server.freshUrl())));
        }

        /** So that no other one that is being opened is counted. */
        private static SqlSettings oneConnection(String url) {
            return new SqlSettings(url, Optional.empty(), Optional.empty(), 1, 1, Duration.ofSeconds(10));
        }

        @AfterAll
        void close() {
            database.close();
            relay.close();
        }

        @Override
        public Relay relay() {
            return relay;
        }

        @Override
        public UserStore users() {
            return database.get(SqlUserStore.class);
        }

        @Override
        public RoleStore roles() {
            return database.get(SqlRoleStore.class);
        }

        @Override
        public ApiKeyStore apiKeys() {
            return database.get(SqlApiKeyStore.class);
        }

        @Override
        public IntentionStore intentions() {
            return database.get(SqlIntentionStore.class);
        }

        @Override
        public AuditStore auditRecords() {
            return database.get(SqlAuditStore.class);
        }

        @Override
        public CheckpointStore checkpoints() {
            return database.get(SqlCheckpointStore.class);
        }

        @Override
        public SessionStore sessions() {
            return database.get(SqlSessionStore.class);
        }

        @Override
        public AttemptLimiter limiter() {
            return database.get(SqlAttemptLimiter.class);
        }

        @Override
        public OneTimeTokenStore oneTimeTokens() {
            return database.get(SqlOneTimeTokenStore.class);
        }
    }
}
