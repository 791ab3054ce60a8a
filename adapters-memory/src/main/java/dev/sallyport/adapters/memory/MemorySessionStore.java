package dev.sallyport.adapters.memory;

import dev.sallyport.domain.Holdings;
import dev.sallyport.domain.token.Session;
import dev.sallyport.domain.token.SessionId;
import dev.sallyport.domain.token.SessionStore;
import dev.sallyport.domain.user.UserId;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Sessions in memory, gone with the process. One lock makes every call atomic. */
public final class MemorySessionStore implements SessionStore, Holdings<Session> {

    /** Ids by their text: {@code UUID.compareTo} takes its halves for signed numbers, and no database does. */
    private static final Comparator<Session> OLDEST_FIRST = Comparator.comparing(Session::createdAt)
            .thenComparing(session -> session.id().toString());

    private final Map<SessionId, UserId> owners = new HashMap<>();
    private final Map<UserId, Map<SessionId, Session>> byOwner = new HashMap<>();

    @Override
    public synchronized List<SessionId> add(Session session, int limit) {
        write(session);
        List<Session> sessions =
                of(session.user()).stream().sorted(OLDEST_FIRST).toList();
        List<SessionId> tooMany = sessions.subList(0, Math.max(0, sessions.size() - limit)).stream()
                .map(Session::id)
                .toList();
        tooMany.forEach(this::remove);
        return tooMany;
    }

    @Override
    public synchronized Optional<Session> find(SessionId id) {
        return Optional.ofNullable(owners.get(id)).map(byOwner::get).map(sessions -> sessions.get(id));
    }

    @Override
    public synchronized List<Session> list(UserId user, Instant now, int max) {
        return of(user).stream()
                .filter(session -> !session.isExpired(now))
                .sorted(OLDEST_FIRST.reversed())
                .limit(max)
                .toList();
    }

    @Override
    public synchronized boolean replace(Session expected, Session next) {
        boolean unmoved = find(expected.id())
                .filter(present -> present.generation() == expected.generation()
                        && present.credentialsVersion() == expected.credentialsVersion())
                .isPresent();
        if (unmoved) {
            write(next);
        }
        return unmoved;
    }

    @Override
    public synchronized boolean end(SessionId id, UserId user) {
        return endWhere(user, session -> session.id().equals(id)) == 1;
    }

    @Override
    public synchronized int endAll(UserId user) {
        return endWhere(user, session -> true);
    }

    @Override
    public synchronized int endOthers(UserId user, SessionId kept) {
        return endWhere(user, session -> !session.id().equals(kept));
    }

    @Override
    public synchronized void sweep(Instant now) {
        List.copyOf(byOwner.keySet()).forEach(user -> endWhere(user, session -> session.isExpired(now)));
    }

    @Override
    public String idOf(Session session) {
        return session.id().toString();
    }

    @Override
    public synchronized Stream<Session> after(String after) {
        List<Session> all = byOwner.values().stream()
                .flatMap(sessions -> sessions.values().stream())
                .toList();
        return Held.after(after, all, this);
    }

    @Override
    public synchronized void restore(List<Session> sessions) {
        sessions.stream().filter(session -> !owners.containsKey(session.id())).forEach(this::write);
    }

    @Override
    public synchronized long count() {
        return owners.size();
    }

    private List<Session> of(UserId user) {
        return List.copyOf(byOwner.getOrDefault(user, Map.of()).values());
    }

    private int endWhere(UserId user, Predicate<Session> condition) {
        List<Session> ending = of(user).stream().filter(condition).toList();
        ending.forEach(session -> remove(session.id()));
        return ending.size();
    }

    private void write(Session session) {
        owners.put(session.id(), session.user());
        byOwner.computeIfAbsent(session.user(), user -> new HashMap<>()).put(session.id(), session);
    }

    private void remove(SessionId id) {
        UserId owner = owners.remove(id);
        if (owner != null) {
            byOwner.computeIfPresent(owner, (user, sessions) -> {
                sessions.remove(id);
                return sessions.isEmpty() ? null : sessions;
            });
        }
    }
}
