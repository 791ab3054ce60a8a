package dev.sallyport.testkit;

import dev.sallyport.domain.apikey.ApiKey;
import dev.sallyport.domain.apikey.ApiKeyId;
import dev.sallyport.domain.apikey.ApiKeyName;
import dev.sallyport.domain.apikey.SecretHash;
import dev.sallyport.domain.audit.AuditEvent;
import dev.sallyport.domain.audit.AuditEventId;
import dev.sallyport.domain.audit.AuditFilter;
import dev.sallyport.domain.audit.AuditHash;
import dev.sallyport.domain.audit.AuditLink;
import dev.sallyport.domain.audit.AuditRecord;
import dev.sallyport.domain.audit.AuditType;
import dev.sallyport.domain.audit.Checkpoint;
import dev.sallyport.domain.audit.Checkpoint.Mark;
import dev.sallyport.domain.intention.Intentions;
import dev.sallyport.domain.key.KeyId;
import dev.sallyport.domain.key.KeyState;
import dev.sallyport.domain.key.SealedKey;
import dev.sallyport.domain.role.BuiltInRoles;
import dev.sallyport.domain.role.RoleName;
import dev.sallyport.domain.role.Tier;
import dev.sallyport.domain.throttle.AttemptKey;
import dev.sallyport.domain.throttle.Limit;
import dev.sallyport.domain.token.OneTimeHash;
import dev.sallyport.domain.token.OneTimePurpose;
import dev.sallyport.domain.token.OneTimeToken;
import dev.sallyport.domain.token.Session;
import dev.sallyport.domain.token.SessionPolicy;
import dev.sallyport.domain.user.User;
import dev.sallyport.domain.user.UserFilter;
import dev.sallyport.domain.user.Username;
import java.lang.invoke.MethodType;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** One method of a port on one store, with examples for arguments. Throws what the store throws. */
public record PortCall(Method method, Object store) implements ThrowingCallable {

    private static final Instant NOW = WallClock.START;

    private static final User ADA = People.ada();

    private static final Session SESSION = Session.start(ADA, People.LAPTOP, SessionPolicy.DEFAULT, NOW, People.RANDOM);

    private static final AuditRecord RECORD = record(new AuditEvent(
            AuditEventId.next(NOW, People.RANDOM),
            NOW,
            AuditType.SESSION_OPENED,
            null,
            null,
            null,
            People.LAPTOP,
            Map.of()));

    private static final ApiKey API_KEY = new ApiKey(
            ApiKeyId.next(NOW, People.RANDOM),
            new ApiKeyName("Nightly import"),
            ADA.id(),
            false,
            Tier.USER,
            BuiltInRoles.USER.permissions(),
            new SecretHash("a1".repeat(32)),
            null,
            null,
            1,
            NOW,
            null,
            null);

    private static final OneTimeToken TOKEN = new OneTimeToken(
            new OneTimeHash("a1".repeat(32)), OneTimePurpose.SETUP, null, NOW, NOW.plusSeconds(60), null);

    private static final List<Object> EXAMPLES = List.of(
            5,
            5L,
            "",
            NOW,
            ADA,
            ADA.id(),
            ADA.email(),
            new Username("ada"),
            BuiltInRoles.USER,
            RoleName.USER,
            SESSION,
            SESSION.id(),
            new AttemptKey("test:call"),
            new Limit(5, Duration.ofMinutes(1)),
            Duration.ofMinutes(1),
            RECORD.event(),
            RECORD.event().id(),
            new AuditFilter(null, null, null, null, null),
            RECORD,
            RECORD.link().chain(),
            new Checkpoint(RECORD.link().chain(), Mark.START, Mark.START, NOW, AuditHash.NONE),
            UserFilter.ALL,
            Intentions.NONE,
            API_KEY,
            API_KEY.id(),
            TOKEN,
            TOKEN.hash(),
            TOKEN.purpose(),
            new SealedKey(KeyId.next(NOW, People.RANDOM), "test:key", KeyState.ACTIVE, "AAAA", NOW));

    /** Every method that a port declares, found by reflection so that a new one cannot be forgotten. */
    public static Stream<PortCall> all(Class<?> port, Object store) {
        return Arrays.stream(port.getDeclaredMethods())
                .filter(method -> !method.isSynthetic())
                .map(method -> new PortCall(method, store));
    }

    @Override
    public void call() throws Throwable {
        Object[] arguments = Stream.of(method.getGenericParameterTypes())
                .map(PortCall::example)
                .toArray();
        try {
            method.invoke(store, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    /** Of a type that is still open, as in {@code Holdings}, a session. */
    private static Object example(Type type) {
        return switch (type) {
            case Class<?> plain -> example(plain);
            case ParameterizedType list -> List.of(example(list.getActualTypeArguments()[0]));
            default -> SESSION;
        };
    }

    private static Object example(Class<?> type) {
        Class<?> boxed = MethodType.methodType(type).wrap().returnType();
        return EXAMPLES.stream().filter(boxed::isInstance).findFirst().orElseThrow();
    }

    private static AuditRecord record(AuditEvent event) {
        return new AuditRecord(event, AuditLink.unsealed(event.id()));
    }
}
