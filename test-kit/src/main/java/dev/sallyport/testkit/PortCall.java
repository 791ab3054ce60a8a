package dev.sallyport.testkit;

import dev.sallyport.domain.audit.AuditEvent;
import dev.sallyport.domain.audit.AuditEventId;
import dev.sallyport.domain.audit.AuditType;
import dev.sallyport.domain.key.KeyId;
import dev.sallyport.domain.key.KeyState;
import dev.sallyport.domain.key.SealedKey;
import dev.sallyport.domain.role.BuiltInRoles;
import dev.sallyport.domain.role.RoleName;
import dev.sallyport.domain.throttle.AttemptKey;
import dev.sallyport.domain.throttle.Limit;
import dev.sallyport.domain.token.Session;
import dev.sallyport.domain.token.SessionPolicy;
import dev.sallyport.domain.user.User;
import dev.sallyport.domain.user.Username;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
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

    private static final List<Object> EXAMPLES = List.of(
            5,
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
            List.of(SESSION),
            new AttemptKey("test:call"),
            new Limit(5, Duration.ofMinutes(1)),
            new AuditEvent(
                    AuditEventId.next(NOW, People.RANDOM),
                    NOW,
                    AuditType.SESSION_OPENED,
                    null,
                    null,
                    null,
                    People.LAPTOP,
                    Map.of()),
            new SealedKey(KeyId.next(NOW, People.RANDOM), "test:key", KeyState.ACTIVE, "AAAA", NOW));

    /** Every method that a port declares, found by reflection so that a new one cannot be forgotten. */
    public static Stream<PortCall> all(Class<?> port, Object store) {
        return Arrays.stream(port.getDeclaredMethods())
                .filter(method -> !method.isSynthetic())
                .map(method -> new PortCall(method, store));
    }

    @Override
    public void call() throws Throwable {
        Object[] arguments =
                Stream.of(method.getParameterTypes()).map(PortCall::example).toArray();
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
