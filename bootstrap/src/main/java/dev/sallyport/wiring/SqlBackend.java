package dev.sallyport.wiring;

import dev.sallyport.adapters.sql.SqlDialect;
import dev.sallyport.adapters.sql.SqlProperties;
import dev.sallyport.adapters.sql.SqlSettings;
import dev.sallyport.adapters.sql.SqlStartFailure;
import dev.sallyport.adapters.sql.apikey.SqlApiKeyStore;
import dev.sallyport.adapters.sql.audit.SqlAuditStore;
import dev.sallyport.adapters.sql.audit.SqlCheckpointStore;
import dev.sallyport.adapters.sql.intention.SqlIntentionStore;
import dev.sallyport.adapters.sql.key.SqlSealedKeyStore;
import dev.sallyport.adapters.sql.role.SqlRoleStore;
import dev.sallyport.adapters.sql.throttle.SqlAttemptLimiter;
import dev.sallyport.adapters.sql.token.SqlOneTimeTokenStore;
import dev.sallyport.adapters.sql.token.SqlSessionStore;
import dev.sallyport.adapters.sql.user.SqlUserStore;
import dev.sallyport.settings.Database;
import dev.sallyport.settings.Storage;
import io.micronaut.context.BeanContext;
import java.util.Map;
import java.util.Optional;

/** Tables in a database that speaks SQL. */
final class SqlBackend implements AccountsBackend {

    @Override
    public boolean takes(String url) {
        return SqlDialect.ofUrl(url).isPresent();
    }

    @Override
    public Map<String, Object> accounts(Database database, Storage storage) {
        return SqlProperties.accounts(settings(database, storage));
    }

    @Override
    public Map<String, Object> tokens(Database database, Storage storage) {
        return SqlProperties.tokens(settings(database, storage));
    }

    @Override
    public Map<String, Object> both(Database database, Storage storage) {
        return SqlProperties.both(settings(database, storage));
    }

    @Override
    public AccountStores accounts(BeanContext beans) {
        return AccountStores.of(
                beans.getBean(SqlUserStore.class),
                beans.getBean(SqlRoleStore.class),
                beans.getBean(SqlApiKeyStore.class),
                beans.getBean(SqlIntentionStore.class),
                beans.getBean(SqlAuditStore.class),
                beans.getBean(SqlCheckpointStore.class),
                beans.getBean(SqlSealedKeyStore.class));
    }

    @Override
    public TokenStores tokens(BeanContext beans) {
        return TokenStores.of(
                beans.getBean(SqlSessionStore.class),
                beans.getBean(SqlOneTimeTokenStore.class),
                beans.getBean(SqlAttemptLimiter.class));
    }

    @Override
    public boolean isRemote(String url) {
        return switch (dialect(url)) {
            case H2, SQLITE -> false;
            case POSTGRESQL, MYSQL, MARIADB -> true;
        };
    }

    @Override
    public String describe(String url) {
        String name = switch (dialect(url)) {
            case H2 -> "H2";
            case POSTGRESQL -> "PostgreSQL";
            case MYSQL -> "MySQL";
            case MARIADB -> "MariaDB";
            case SQLITE -> "SQLite";
        };
        return name + " at " + Place.of(url);
    }

    @Override
    public Optional<String> explain(Throwable failure, String url) {
        return SqlStartFailure.explain(failure, url);
    }

    private static SqlDialect dialect(String url) {
        return SqlDialect.ofUrl(url).orElseThrow();
    }

    private static SqlSettings settings(Database database, Storage storage) {
        return new SqlSettings(
                database.url(),
                database.user(),
                database.password(),
                storage.sqlPool().min(),
                storage.sqlPool().max(),
                storage.timeout());
    }
}
