package dev.sallyport.testkit;

import static dev.sallyport.testkit.Sessions.NOW;
import static dev.sallyport.testkit.Sessions.opened;
import static dev.sallyport.testkit.Sessions.openedNow;
import static dev.sallyport.testkit.Sessions.somebody;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sallyport.domain.token.Session;
import dev.sallyport.domain.token.SessionStore;
import dev.sallyport.domain.user.UserId;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/** The part of {@link SessionStoreContract} about how sessions end. */
public interface SessionEndingContract {

    SessionStore store();

    @Test
    default void aSessionThatEndedIsGone() {
        SessionStore store = store();
        Session session = openedNow(somebody());
        store.add(session, 5);

        boolean ended = store.end(session.id(), session.user());

        assertThat(ended).isTrue();
        assertThat(store.find(session.id())).isEmpty();
        assertThat(store.list(session.user(), NOW, 5)).isEmpty();
        assertThat(store.end(session.id(), session.user())).isFalse();
    }

    @Test
    default void nobodyEndsAnothersSession() {
        SessionStore store = store();
        Session session = openedNow(somebody());
        store.add(session, 5);

        boolean ended = store.end(session.id(), somebody());

        assertThat(ended).isFalse();
        assertThat(store.find(session.id())).contains(session);
    }

    @RepeatedTest(5)
    default void ofManySimultaneousEndsExactlyOneIsToldSo() {
        SessionStore store = store();
        Session session = openedNow(somebody());
        store.add(session, 5);

        List<Boolean> ended = Race.of(64, number -> store.end(session.id(), session.user()));

        assertThat(ended).containsOnlyOnce(true);
    }

    @Test
    default void allSessionsOfAnAccountEndAndNobodyElses() {
        SessionStore store = store();
        UserId user = somebody();
        List<Session> mine = added(store, user, 3);
        Session anothers = openedNow(somebody());
        store.add(anothers, 5);

        int ended = store.endAll(user);

        assertThat(ended).isEqualTo(3);
        assertThat(mine)
                .allSatisfy(session -> assertThat(store.find(session.id())).isEmpty());
        assertThat(store.list(user, NOW, 5)).isEmpty();
        assertThat(store.find(anothers.id())).contains(anothers);
        assertThat(store.endAll(user)).isZero();
    }

    @Test
    default void aSessionAddedAfterAllEndedLives() {
        SessionStore store = store();
        Session later = openedNow(somebody());
        added(store, later.user(), 2);
        store.endAll(later.user());

        store.add(later, 5);

        assertThat(store.find(later.id())).contains(later);
        assertThat(store.list(later.user(), NOW, 5)).containsExactly(later);
    }

    @Test
    default void allOtherSessionsEndAndTheKeptOneLives() {
        SessionStore store = store();
        UserId user = somebody();
        List<Session> mine = added(store, user, 3);
        Session kept = mine.get(1);
        Session anothers = openedNow(somebody());
        store.add(anothers, 5);

        int ended = store.endOthers(user, kept.id());

        assertThat(ended).isEqualTo(2);
        assertThat(store.list(user, NOW, 5)).containsExactly(kept);
        assertThat(store.find(mine.getFirst().id())).isEmpty();
        assertThat(store.find(mine.getLast().id())).isEmpty();
        assertThat(store.find(anothers.id())).contains(anothers);
        assertThat(store.endOthers(user, kept.id())).isZero();
    }

    @RepeatedTest(5)
    default void eachSessionEndsInOneCallOnly() {
        SessionStore store = store();
        UserId user = somebody();
        Session kept = opened(user, NOW.plusMillis(8));
        List<Session> others = added(store, user, 7);
        store.add(kept, 8);

        List<Integer> ended = Race.of(64, number -> switch (number % 2) {
            case 0 -> store.end(others.get(number % 7).id(), user) ? 1 : 0;
            default -> store.endOthers(user, kept.id());
        });

        assertThat(ended.stream().mapToInt(Integer::intValue).sum()).isEqualTo(7);
        assertThat(store.list(user, NOW, 8)).containsExactly(kept);
    }

    @RepeatedTest(5)
    default void ofManySimultaneousEndsOfAllEachSessionIsCountedOnce() {
        SessionStore store = store();
        UserId user = somebody();
        added(store, user, 8);

        List<Integer> ended = Race.of(64, number -> store.endAll(user));

        assertThat(ended.stream().mapToInt(Integer::intValue).sum()).isEqualTo(8);
    }

    @Test
    default void aSweepRemovesWhatExpiredAndNothingElse() {
        SessionStore store = store();
        UserId user = somebody();
        Session expired = opened(user, NOW.minus(Duration.ofDays(2)), NOW.minus(Duration.ofDays(1)));
        Session living = opened(user, NOW.minus(Duration.ofDays(2)), NOW.plus(Duration.ofDays(1)));
        store.add(expired, 5);
        store.add(living, 5);

        store.sweep(NOW);

        assertThat(store.find(expired.id())).isEmpty();
        assertThat(store.find(living.id())).contains(living);
        assertThat(store.list(user, NOW, 5)).containsExactly(living);
    }

    /** Sessions opened a millisecond apart, oldest first. */
    private static List<Session> added(SessionStore store, UserId user, int count) {
        List<Session> sessions = Stream.iterate(NOW, at -> at.plusMillis(1))
                .limit(count)
                .map(at -> opened(user, at))
                .toList();
        sessions.forEach(session -> store.add(session, count));
        return sessions;
    }
}
