package dev.sallyport.testkit;

import static dev.sallyport.testkit.Sessions.NOW;
import static dev.sallyport.testkit.Sessions.opened;
import static dev.sallyport.testkit.Sessions.openedNow;
import static dev.sallyport.testkit.Sessions.somebody;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sallyport.domain.token.Session;
import dev.sallyport.domain.token.SessionId;
import dev.sallyport.domain.token.SessionStore;
import dev.sallyport.domain.user.UserId;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/** The part of {@link SessionStoreContract} by which an account has at most so many sessions. */
public interface SessionLimitContract {

    SessionStore store();

    @Test
    default void anAccountMayHaveAsManySessionsAsTheLimitSays() {
        SessionStore store = store();
        UserId user = somebody();

        List<List<SessionId>> ended = Stream.generate(() -> openedNow(user))
                .limit(3)
                .map(session -> store.add(session, 3))
                .toList();

        assertThat(ended).containsOnly(List.of());
        assertThat(store.list(user, NOW, 5)).hasSize(3);
    }

    @Test
    default void oneSessionTooManyEndsTheOldest() {
        SessionStore store = store();
        UserId user = somebody();
        Session second = opened(user, NOW.plusMillis(1));
        Session first = opened(user, NOW);
        Session third = opened(user, NOW.plusMillis(2));
        Session anothers = opened(somebody(), NOW);
        List.of(anothers, second, first).forEach(session -> store.add(session, 2));

        List<SessionId> ended = store.add(third, 2);

        assertThat(ended).containsExactly(first.id());
        assertThat(store.find(first.id())).isEmpty();
        assertThat(store.list(user, NOW, 5)).containsExactly(third, second);
        assertThat(store.find(anothers.id())).contains(anothers);
    }

    @Test
    default void ofSessionsOpenedAtOnceTheOneWithTheLowestIdIsTheOldest() {
        SessionStore store = store();
        UserId user = somebody();
        List<Session> byId = Stream.generate(() -> openedNow(user))
                .limit(5)
                .sorted(Comparator.comparing(session -> session.id().toString()))
                .toList();
        Stream.of(2, 0, 3, 1).map(byId::get).forEach(session -> store.add(session, 4));

        List<SessionId> ended = store.add(byId.get(4), 2);

        assertThat(ended)
                .containsExactly(byId.get(0).id(), byId.get(1).id(), byId.get(2).id());
        assertThat(store.list(user, NOW, 5)).containsExactlyInAnyOrder(byId.get(3), byId.get(4));
    }

    @Test
    default void aLowerLimitEndsSeveralOldestFirst() {
        SessionStore store = store();
        UserId user = somebody();
        List<Session> sessions = openedOneAfterAnother(user, 5);
        sessions.subList(0, 4).forEach(session -> store.add(session, 4));

        List<SessionId> ended = store.add(sessions.get(4), 2);

        assertThat(ended)
                .containsExactly(
                        sessions.get(0).id(),
                        sessions.get(1).id(),
                        sessions.get(2).id());
        assertThat(store.list(user, NOW, 5)).containsExactly(sessions.get(4), sessions.get(3));
    }

    @Test
    default void aRotationMakesASessionNoYounger() {
        SessionStore store = store();
        UserId user = somebody();
        List<Session> sessions = openedOneAfterAnother(user, 3);
        Session oldest = sessions.getFirst();
        sessions.subList(0, 2).forEach(session -> store.add(session, 2));
        store.replace(oldest, Sessions.rotated(oldest, 1000));

        List<SessionId> ended = store.add(sessions.getLast(), 2);

        assertThat(ended).containsExactly(oldest.id());
    }

    @RepeatedTest(5)
    default void ofManySimultaneousAddsTheNewestWithinTheLimitAreLeft() {
        SessionStore store = store();
        UserId user = somebody();
        List<Session> sessions = openedOneAfterAnother(user, 64);

        List<List<SessionId>> ended = Race.of(64, number -> store.add(sessions.get(number), 5));

        assertThat(store.list(user, NOW, 64))
                .containsExactlyElementsOf(sessions.subList(59, 64).reversed());
        assertThat(ended.stream().flatMap(List::stream))
                .as("each that ended, told once")
                .containsExactlyInAnyOrderElementsOf(
                        sessions.subList(0, 59).stream().map(Session::id).toList());
        assertThat(sessions.subList(0, 59))
                .allSatisfy(session -> assertThat(store.find(session.id())).isEmpty());
    }

    private static List<Session> openedOneAfterAnother(UserId user, int count) {
        return IntStream.range(0, count)
                .mapToObj(number -> opened(user, NOW.plusMillis(number)))
                .toList();
    }
}
