package dev.sallyport.adapters.sql;

import dev.sallyport.adapters.sql.apikey.SqlApiKeyStore;
import dev.sallyport.adapters.sql.audit.SqlAuditStore;
import dev.sallyport.adapters.sql.audit.SqlCheckpointStore;
import dev.sallyport.adapters.sql.role.SqlRoleStore;
import dev.sallyport.adapters.sql.token.SqlSessionStore;
import dev.sallyport.adapters.sql.user.SqlUserStore;
import dev.sallyport.testkit.ApiKeyStoreContract;
import dev.sallyport.testkit.AuditStoreContract;
import dev.sallyport.testkit.CheckpointStoreContract;
import dev.sallyport.testkit.RoleHoldingsContract;
import dev.sallyport.testkit.SessionHoldingsContract;
import dev.sallyport.testkit.UserHoldingsContract;
import dev.sallyport.testkit.UserListContract;
import dev.sallyport.testkit.backend.OnBackend;
import dev.sallyport.testkit.backend.TestServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.TestInstance;

/** What is ordered, in a database that would order it otherwise: in Danish, the ids that have "aa" in them come after all others. */
@OnBackend("PostgreSQL")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class DanishDatabaseTest {

    private final SqlDatabase database = SqlDatabase.at(TestServer.postgres().freshUrlInDanish());

    @AfterAll
    void close() {
        database.close();
    }

    @Nested
    class Accounts implements UserListContract, UserHoldingsContract<SqlUserStore> {

        @Override
        public SqlUserStore store() {
            return database.get(SqlUserStore.class);
        }
    }

    @Nested
    class RoleDefinitions implements RoleHoldingsContract<SqlRoleStore> {

        @Override
        public SqlRoleStore store() {
            return database.get(SqlRoleStore.class);
        }
    }

    @Nested
    class Sessions implements SessionHoldingsContract<SqlSessionStore> {

        @Override
        public SqlSessionStore store() {
            return database.get(SqlSessionStore.class);
        }
    }

    @Nested
    class ApiKeys implements ApiKeyStoreContract {

        @Override
        public SqlApiKeyStore store() {
            return database.get(SqlApiKeyStore.class);
        }
    }

    @Nested
    class AuditRecords implements AuditStoreContract {

        @Override
        public SqlAuditStore store() {
            return database.get(SqlAuditStore.class);
        }
    }

    @Nested
    class Checkpoints implements CheckpointStoreContract {

        @Override
        public SqlCheckpointStore store() {
            return database.get(SqlCheckpointStore.class);
        }
    }
}
