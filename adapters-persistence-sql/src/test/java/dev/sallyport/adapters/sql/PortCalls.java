package dev.sallyport.adapters.sql;

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
import dev.sallyport.domain.apikey.ApiKeyStore;
import dev.sallyport.domain.audit.AuditStore;
import dev.sallyport.domain.audit.CheckpointStore;
import dev.sallyport.domain.intention.IntentionStore;
import dev.sallyport.domain.key.SealedKeyStore;
import dev.sallyport.domain.role.RoleStore;
import dev.sallyport.domain.throttle.AttemptLimiter;
import dev.sallyport.domain.token.OneTimeTokenStore;
import dev.sallyport.domain.token.SessionStore;
import dev.sallyport.domain.user.UserStore;
import dev.sallyport.testkit.PortCall;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** Every method of every port that SQL keeps. */
final class PortCalls {

    private static final Map<Class<?>, Class<?>> STORES = Map.of(
            UserStore.class, SqlUserStore.class,
            RoleStore.class, SqlRoleStore.class,
            ApiKeyStore.class, SqlApiKeyStore.class,
            IntentionStore.class, SqlIntentionStore.class,
            SessionStore.class, SqlSessionStore.class,
            OneTimeTokenStore.class, SqlOneTimeTokenStore.class,
            AttemptLimiter.class, SqlAttemptLimiter.class,
            AuditStore.class, SqlAuditStore.class,
            CheckpointStore.class, SqlCheckpointStore.class,
            SealedKeyStore.class, SqlSealedKeyStore.class);

    private PortCalls() {}

    static List<ThrowingCallable> on(SqlDatabase database) {
        return STORES.entrySet().stream()
                .<ThrowingCallable>flatMap(entry -> PortCall.all(entry.getKey(), database.get(entry.getValue())))
                .toList();
    }
}
