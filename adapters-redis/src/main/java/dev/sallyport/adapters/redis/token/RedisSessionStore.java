package dev.sallyport.adapters.redis.token;

import dev.sallyport.adapters.redis.RecordsById;
import dev.sallyport.adapters.redis.Redis;
import dev.sallyport.adapters.redis.RedisProperties;
import dev.sallyport.domain.Holdings;
import dev.sallyport.domain.token.Session;
import dev.sallyport.domain.token.SessionId;
import dev.sallyport.domain.token.SessionStore;
import dev.sallyport.domain.user.UserId;
import io.lettuce.core.KeyValue;
import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Sessions in Redis: each a text under a key of its own, which expires with it, and beside them a list for each account. Every call of
 * the port is one script or one command, hence one round trip; {@link SessionScripts} says what keeps texts and lists together.
 */
@Singleton
@Bean(typed = RedisSessionStore.class)
@Requires(property = RedisProperties.SETTINGS)
public final class RedisSessionStore implements SessionStore, Holdings<Session> {

    private static final int NO_LIMIT = Integer.MAX_VALUE;
    private static final String NOBODY = "";

    private final Redis redis;
    private final RecordsById all;

    RedisSessionStore(Redis redis) {
        this.redis = redis;
        this.all = new RecordsById(redis, SessionKeys.ALL_SESSIONS, SessionKeys::id);
    }

    @Override
    public List<SessionId> add(Session session, int limit) {
        return redis.runAll(SessionScripts.ADD, List.of(toAdd(session, limit))).getFirst().stream()
                .map(RedisSessionStore::id)
                .toList();
    }

    private static Redis.Call toAdd(Session session, int limit) {
        return new Redis.Call(
                SessionKeys.sessionAndList(session.id(), session.user()),
                List.of(
                        session.id().toString(),
                        SessionJson.write(session),
                        millis(session.createdAt()),
                        millis(session.expiresAt()),
                        Integer.toString(limit),
                        SessionKeys.sessionsOf(session.id().shard())));
    }

    @Override
    public Optional<Session> find(SessionId id) {
        return Optional.ofNullable(redis.ask(commands -> commands.get(SessionKeys.session(id))))
                .map(text -> SessionJson.read(id, text));
    }

    @Override
    public List<Session> list(UserId user, Instant now, int max) {
        List<String> found = redis.run(SessionScripts.LIST, List.of(SessionKeys.list(user)), sessionsOf(user));
        return IntStream.range(0, found.size() / 2)
                .mapToObj(number -> SessionJson.read(id(found.get(2 * number)), found.get(2 * number + 1)))
                .filter(session -> !session.isExpired(now))
                .limit(max)
                .toList();
    }

    @Override
    public boolean replace(Session expected, Session next) {
        return redis.run(
                        SessionScripts.REPLACE,
                        SessionKeys.sessionAndList(next.id(), next.user()),
                        SessionJson.beginning(expected),
                        SessionJson.write(next),
                        millis(next.expiresAt()))
                == 1;
    }

    @Override
    public boolean end(SessionId id, UserId user) {
        return redis.run(SessionScripts.END, SessionKeys.sessionAndList(id, user), id.toString()) == 1;
    }

    @Override
    public int endAll(UserId user) {
        return endAllBut(NOBODY, user);
    }

    @Override
    public int endOthers(UserId user, SessionId kept) {
        return endAllBut(kept.toString(), user);
    }

    private int endAllBut(String kept, UserId user) {
        return redis.run(SessionScripts.END_OTHERS, List.of(SessionKeys.list(user)), sessionsOf(user), kept)
                .intValue();
    }

    /** Nothing to do: each key goes by itself. */
    @Override
    public void sweep(Instant now) {}

    @Override
    public String idOf(Session session) {
        return session.id().toString();
    }

    @Override
    public Stream<Session> after(String after) {
        return all.after(after, this::read);
    }

    private List<Session> read(List<String> ids) {
        String[] keys = ids.stream().map(id -> SessionKeys.session(id(id))).toArray(String[]::new);
        List<KeyValue<String, String>> texts = Objects.requireNonNull(redis.ask(commands -> commands.mget(keys)));
        return texts.stream()
                .filter(KeyValue::hasValue)
                .map(text -> SessionJson.read(id(SessionKeys.id(text.getKey())), text.getValue()))
                .toList();
    }

    @Override
    public void restore(List<Session> sessions) {
        redis.runAll(
                SessionScripts.ADD,
                sessions.stream().map(session -> toAdd(session, NO_LIMIT)).toList());
    }

    @Override
    public long count() {
        return all.count();
    }

    private static String sessionsOf(UserId user) {
        return SessionKeys.sessionsOf(SessionId.shard(user));
    }

    private static SessionId id(String text) {
        return new SessionId(UUID.fromString(text));
    }

    private static String millis(Instant instant) {
        return Long.toString(instant.toEpochMilli());
    }
}
