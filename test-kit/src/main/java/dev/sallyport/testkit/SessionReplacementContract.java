package dev.sallyport.testkit;

import static dev.sallyport.testkit.Sessions.NOW;
import static dev.sallyport.testkit.Sessions.openedNow;
import static dev.sallyport.testkit.Sessions.rotated;
import static dev.sallyport.testkit.Sessions.somebody;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sallyport.domain.token.Session;
import dev.sallyport.domain.token.SessionStore;
import java.util.List;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/** The part of {@link SessionStoreContract} by which a session is changed by compare-and-set, and never after its end. */
public interface SessionReplacementContract {

    SessionStore store();

    @Test
    default void aReplacementWritesTheWholeSession() {
        SessionStore store = store();
        Session session = openedNow(somebody());
        Session next = rotated(session, 1001).under(9);
        store.add(session, 5);

        boolean written = store.replace(session, next);

        assertThat(written).isTrue();
        assertThat(store.find(session.id())).contains(next);
        assertThat(store.list(session.user(), NOW, 5)).containsExactly(next);
    }

    @Test
    default void aReplacementOfAnEarlierGenerationIsNotWritten() {
        SessionStore store = store();
        Session first = openedNow(somebody());
        Session second = rotated(first, 1);
        store.add(first, 5);
        store.replace(first, second);

        boolean written = store.replace(first, rotated(first, 2));

        assertThat(written).isFalse();
        assertThat(store.find(first.id())).contains(second);
    }

    @Test
    default void aReplacementUnderOtherCredentialsIsNotWritten() {
        SessionStore store = store();
        Session session = openedNow(somebody());
        store.add(session, 5);
        store.replace(session, session.under(2));

        boolean written = store.replace(session, rotated(session, 1));

        assertThat(written).isFalse();
        assertThat(store.find(session.id())).contains(session.under(2));
    }

    @Test
    default void aReplacementMayChangeTheCredentialsVersionAlone() {
        SessionStore store = store();
        Session session = openedNow(somebody());
        store.add(session, 5);

        boolean written = store.replace(session, session.under(2));

        assertThat(written).isTrue();
        assertThat(store.find(session.id())).contains(session.under(2));
    }

    @Test
    default void aReplacementOfASessionThatIsNotThereIsNotWritten() {
        SessionStore store = store();
        Session session = openedNow(somebody());

        boolean written = store.replace(session, rotated(session, 1));

        assertThat(written).isFalse();
        assertThat(store.find(session.id())).isEmpty();
        assertThat(store.list(session.user(), NOW, 5)).isEmpty();
    }

    @RepeatedTest(20)
    default void ofManySimultaneousRotationsExactlyOneWins() {
        SessionStore store = store();
        Session session = openedNow(somebody());
        store.add(session, 5);

        List<Boolean> written = Race.of(64, number -> store.replace(session, rotated(session, number)));

        assertThat(written).containsOnlyOnce(true);
        assertThat(store.find(session.id())).contains(rotated(session, written.indexOf(true)));
    }

    @RepeatedTest(20)
    default void ofRotationsAndNewCredentialsAtOnceExactlyOneWins() {
        SessionStore store = store();
        Session session = openedNow(somebody());
        store.add(session, 5);

        List<Boolean> written = Race.of(
                64,
                number -> store.replace(
                        session, number % 2 == 0 ? rotated(session, number) : session.under(number + 1L)));

        assertThat(written).containsOnlyOnce(true);
    }

    @Test
    default void whatEndedIsNotReplaced() {
        SessionStore store = store();
        Session session = openedNow(somebody());
        store.add(session, 5);
        store.end(session.id(), session.user());

        boolean written = store.replace(session, rotated(session, 1));

        assertThat(written).isFalse();
        assertThat(store.find(session.id())).isEmpty();
        assertThat(store.list(session.user(), NOW, 5)).isEmpty();
    }

    @RepeatedTest(30)
    default void whatEndedNeverComesBackWhateverReplacementIsUnderWay() {
        SessionStore store = store();
        Session session = openedNow(somebody());
        store.add(session, 5);

        List<Boolean> results = Race.of(
                8,
                number -> number == 0
                        ? store.end(session.id(), session.user())
                        : rotateUntilItIsGone(store, session, number));

        assertThat(results.getFirst()).isTrue();
        assertThat(store.find(session.id())).isEmpty();
        assertThat(store.list(session.user(), NOW, 5)).isEmpty();
    }

    @RepeatedTest(30)
    default void whatEndedWithAllOthersNeverComesBackEither() {
        SessionStore store = store();
        Session session = openedNow(somebody());
        store.add(session, 5);

        List<Boolean> results = Race.of(
                8,
                number ->
                        number == 0 ? store.endAll(session.user()) == 1 : rotateUntilItIsGone(store, session, number));

        assertThat(results.getFirst()).isTrue();
        assertThat(store.find(session.id())).isEmpty();
        assertThat(store.list(session.user(), NOW, 5)).isEmpty();
    }

    private static boolean rotateUntilItIsGone(SessionStore store, Session session, int number) {
        return store.find(session.id())
                .map(present ->
                        store.replace(present, rotated(present, number)) || rotateUntilItIsGone(store, session, number))
                .orElse(false);
    }
}
