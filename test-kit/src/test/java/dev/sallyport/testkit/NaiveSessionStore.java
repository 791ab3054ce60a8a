package dev.sallyport.testkit;

import dev.sallyport.domain.token.Session;
import dev.sallyport.domain.token.SessionId;
import dev.sallyport.domain.token.SessionStore;
import dev.sallyport.domain.user.UserId;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Right as long as nobody else is there: it checks, and then it acts. */
class NaiveSessionStore implements SessionStore, NaiveHoldings<Session> {

    final Map<SessionId, Session> sessions = new ConcurrentHashMap<>();

    @Override
    public List<SessionId> add(Session session, int limit) {
        List<Session> all = Stream.concat(of(session.user()), Stream.of(session))
                .sorted(oldestFirst())
                .toList();
        Gap.open();
        sessions.put(session.id(), stored(session));
        List<SessionId> tooMany = all.stream()
                .limit(Math.max(0, all.size() - limit))
                .map(Session::id)
                .toList();
        tooMany.forEach(sessions::remove);
        return tooMany;
    }

    @Override
    public Optional<Session> find(SessionId id) {
        return Optional.ofNullable(sessions.get(id));
    }

    @Override
    public List<Session> list(UserId user, Instant now, int max) {
        return of(user).filter(session -> !session.isExpired(now))
                .sorted(Comparator.comparing(Session::createdAt).reversed())
                .limit(max)
                .toList();
    }

    @Override
    public boolean replace(Session expected, Session next) {
        if (find(expected.id()).filter(present -> isSame(present, expected)).isEmpty()) {
            return false;
        }
        Gap.open();
        sessions.put(next.id(), stored(next));
        return true;
    }

    @Override
    public boolean end(SessionId id, UserId user) {
        return endWhere(user, session -> session.id().equals(id)) == 1;
    }

    @Override
    public int endAll(UserId user) {
        return endWhere(user, session -> true);
    }

    @Override
    public int endOthers(UserId user, SessionId kept) {
        return endWhere(user, session -> !session.id().equals(kept));
    }

    @Override
    public void sweep(Instant now) {
        sessions.values().removeIf(session -> session.isExpired(now));
    }

    @Override
    public String idOf(Session session) {
        return session.id().toString();
    }

    @Override
    public Collection<Session> records() {
        return sessions.values();
    }

    @Override
    public boolean isHeld(Session session) {
        return sessions.containsKey(session.id());
    }

    @Override
    public void put(Session session) {
        sessions.put(session.id(), stored(session));
    }

    /** What becomes of a session on its way through the store. */
    Session stored(Session session) {
        return session;
    }

    /** By what a limit picks the sessions that end. */
    Comparator<Session> oldestFirst() {
        return Comparator.comparing(Session::createdAt)
                .thenComparing(session -> session.id().toString());
    }

    boolean isSame(Session present, Session expected) {
        return present.generation() == expected.generation()
                && present.credentialsVersion() == expected.credentialsVersion();
    }

    Stream<Session> of(UserId user) {
        return sessions.values().stream().filter(session -> session.user().equals(user));
    }

    int endWhere(UserId user, Predicate<Session> condition) {
        List<Session> ending = of(user).filter(condition).toList();
        Gap.open();
        ending.forEach(session -> sessions.remove(session.id()));
        return ending.size();
    }
}
