package dev.sallyport.adapters.mongo;

import dev.sallyport.adapters.mongo.apikey.MongoApiKeyStore;
import dev.sallyport.adapters.mongo.audit.MongoAuditStore;
import dev.sallyport.adapters.mongo.audit.MongoCheckpointStore;
import dev.sallyport.adapters.mongo.intention.MongoIntentionStore;
import dev.sallyport.adapters.mongo.key.MongoSealedKeyStore;
import dev.sallyport.adapters.mongo.role.MongoRoleStore;
import dev.sallyport.adapters.mongo.throttle.MongoAttemptLimiter;
import dev.sallyport.adapters.mongo.token.MongoOneTimeTokenStore;
import dev.sallyport.adapters.mongo.token.MongoSessionStore;
import dev.sallyport.adapters.mongo.user.MongoUserStore;
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

/** Every method of every port that MongoDB keeps. */
final class PortCalls {

    private static final Map<Class<?>, Class<?>> STORES = Map.of(
            UserStore.class, MongoUserStore.class,
            RoleStore.class, MongoRoleStore.class,
            ApiKeyStore.class, MongoApiKeyStore.class,
            IntentionStore.class, MongoIntentionStore.class,
            SessionStore.class, MongoSessionStore.class,
            OneTimeTokenStore.class, MongoOneTimeTokenStore.class,
            AttemptLimiter.class, MongoAttemptLimiter.class,
            AuditStore.class, MongoAuditStore.class,
            CheckpointStore.class, MongoCheckpointStore.class,
            SealedKeyStore.class, MongoSealedKeyStore.class);

    private PortCalls() {}

    static List<ThrowingCallable> on(MongoUnderTest mongo) {
        return STORES.entrySet().stream()
                .<ThrowingCallable>flatMap(entry -> PortCall.all(entry.getKey(), mongo.get(entry.getValue())))
                .toList();
    }
}
