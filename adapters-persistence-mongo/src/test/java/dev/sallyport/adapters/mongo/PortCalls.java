package dev.sallyport.adapters.mongo;

import dev.sallyport.adapters.mongo.apikey.MongoApiKeyStore;
import dev.sallyport.adapters.mongo.audit.MongoAuditLog;
import dev.sallyport.adapters.mongo.intention.MongoIntentionStore;
import dev.sallyport.adapters.mongo.key.MongoSealedKeyStore;
import dev.sallyport.adapters.mongo.role.MongoRoleStore;
import dev.sallyport.adapters.mongo.throttle.MongoAttemptLimiter;
import dev.sallyport.adapters.mongo.token.MongoOneTimeTokenStore;
import dev.sallyport.adapters.mongo.token.MongoSessionStore;
import dev.sallyport.adapters.mongo.user.MongoUserStore;
import dev.sallyport.domain.apikey.ApiKey;
import dev.sallyport.domain.apikey.ApiKeyId;
import dev.sallyport.domain.apikey.ApiKeyName;
import dev.sallyport.domain.apikey.ApiKeyStore;
import dev.sallyport.domain.apikey.SecretHash;
import dev.sallyport.domain.audit.AuditEvent;
import dev.sallyport.domain.audit.AuditEventId;
import dev.sallyport.domain.audit.AuditLog;
import dev.sallyport.domain.audit.AuditType;
import dev.sallyport.domain.intention.IntentionStore;
import dev.sallyport.domain.intention.Intentions;
import dev.sallyport.domain.key.KeyId;
import dev.sallyport.domain.key.KeyState;
import dev.sallyport.domain.key.SealedKey;
import dev.sallyport.domain.key.SealedKeyStore;
import dev.sallyport.domain.role.BuiltInRoles;
import dev.sallyport.domain.role.RoleName;
import dev.sallyport.domain.role.RoleStore;
import dev.sallyport.domain.role.Tier;
import dev.sallyport.domain.throttle.AttemptKey;
import dev.sallyport.domain.throttle.AttemptLimiter;
import dev.sallyport.domain.throttle.Limit;
import dev.sallyport.domain.token.OneTimeHash;
import dev.sallyport.domain.token.OneTimePurpose;
import dev.sallyport.domain.token.OneTimeToken;
import dev.sallyport.domain.token.OneTimeTokenStore;
import dev.sallyport.domain.token.Session;
import dev.sallyport.domain.token.SessionPolicy;
import dev.sallyport.domain.token.SessionStore;
import dev.sallyport.domain.user.User;
import dev.sallyport.domain.user.UserFilter;
import dev.sallyport.domain.user.UserStore;
import dev.sallyport.domain.user.Username;
import dev.sallyport.testkit.People;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** Every method of every port that MongoDB keeps, found by reflection so that a new one cannot be forgotten. */
final class PortCalls {

    private static final Map<Class<?>, Class<?>> STORES = Map.of(
            UserStore.class, MongoUserStore.class,
            RoleStore.class, MongoRoleStore.class,
            ApiKeyStore.class, MongoApiKeyStore.class,
            IntentionStore.class, MongoIntentionStore.class,
            SessionStore.class, MongoSessionStore.class,
            OneTimeTokenStore.class, MongoOneTimeTokenStore.class,
            AttemptLimiter.class, MongoAttemptLimiter.class,
            AuditLog.class, MongoAuditLog.class,
            SealedKeyStore.class, MongoSealedKeyStore.class);

    private static final User ADA = People.ada();

    private static final ApiKey API_KEY = new ApiKey(
            ApiKeyId.next(People.NOON, People.RANDOM),
            new ApiKeyName("Nightly import"),
            ADA.id(),
            false,
            Tier.USER,
            BuiltInRoles.USER.permissions(),
            new SecretHash("a1".repeat(32)),
            null,
            null,
            1,
            People.NOON,
            null,
            null);

    private static final OneTimeToken TOKEN = new OneTimeToken(
            new OneTimeHash("a1".repeat(32)), OneTimePurpose.SETUP, null, People.NOON, People.NOON, null);

    private static final List<Object> EXAMPLES = List.of(
            5,
            ADA,
            ADA.id(),
            UserFilter.ALL,
            ADA.email(),
            new Username("ada"),
            People.NOON,
            BuiltInRoles.USER,
            RoleName.USER,
            API_KEY,
            API_KEY.id(),
            Intentions.NONE,
            session(),
            session().id(),
            TOKEN,
            TOKEN.hash(),
            TOKEN.purpose(),
            new AttemptKey("test:outage"),
            new Limit(5, Duration.ofMinutes(1)),
            event(),
            new SealedKey(KeyId.next(People.NOON, People.RANDOM), "test:key", KeyState.ACTIVE, "AAAA", People.NOON));

    private PortCalls() {}

    static List<ThrowingCallable> on(MongoUnderTest mongo) {
        return STORES.entrySet().stream()
                .flatMap(entry -> on(mongo.get(entry.getValue()), entry.getKey()))
                .toList();
    }

    private static Stream<ThrowingCallable> on(Object store, Class<?> port) {
        return Arrays.stream(port.getDeclaredMethods()).map(method -> new Call(method, store));
    }

    private static Session session() {
        return Session.start(ADA, People.LAPTOP, SessionPolicy.DEFAULT, People.NOON, People.RANDOM);
    }

    private static AuditEvent event() {
        AuditEventId id = AuditEventId.next(People.NOON, People.RANDOM);
        return new AuditEvent(id, People.NOON, AuditType.SESSION_OPENED, null, null, null, People.LAPTOP, Map.of());
    }

    /** One method on one store, with examples for arguments. */
    private record Call(Method method, Object store) implements ThrowingCallable {

        @Override
        public void call() throws Throwable {
            Object[] arguments =
                    Stream.of(method.getParameterTypes()).map(Call::example).toArray();
            try {
                method.invoke(store, arguments);
            } catch (InvocationTargetException e) {
                throw e.getCause();
            }
        }

        private static Object example(Class<?> type) {
            Class<?> boxed = type == int.class ? Integer.class : type;
            return EXAMPLES.stream().filter(boxed::isInstance).findFirst().orElseThrow();
        }
    }
}
