package dev.sallyport.testkit;

import static dev.sallyport.testkit.Sessions.NOW;
import static dev.sallyport.testkit.Sessions.opened;
import static dev.sallyport.testkit.Sessions.openedNow;
import static dev.sallyport.testkit.Sessions.rotated;
import static dev.sallyport.testkit.Sessions.somebody;
import static dev.sallyport.testkit.Sessions.somebodyWith;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sallyport.domain.ClientAddress;
import dev.sallyport.domain.Holdings;
import dev.sallyport.domain.Origin;
import dev.sallyport.domain.token.Session;
import dev.sallyport.domain.token.SessionId;
import dev.sallyport.domain.token.SessionStore;
import dev.sallyport.domain.user.UserId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What a {@link SessionStore} promises as {@link Holdings}: sessions that were carried go on. */
public interface SessionHoldingsContract<S extends SessionStore & Holdings<Session>> extends HoldingsContract<Session> {

    S store();

    @Override
    default Holdings<Session> holdings() {
        return store();
    }

    @Override
    default void keep(Session session) {
        assertThat(store().add(session, 5)).isEmpty();
    }

    @Override
    default Session sample(UUID id) {
        SessionId session = new SessionId(id);
        return Sessions.with(openedNow(somebodyWith(session)), session);
    }

    @Override
    default Session changed(Session session) {
        return rotated(session, 1000);
    }

    @Override
    default List<Session> extremes() {
        Session longLived = opened(
                somebody(), Instant.EPOCH, NOW.plus(Duration.ofDays(7_000)).plusMillis(1));
        Origin longest = new Origin(
                new ClientAddress("f".repeat(45), "0".repeat(45)), "\"%_\\'".repeat(51) + "~", "r".repeat(64));
        return List.of(
                longLived,
                rotated(openedNow(somebody()), 10),
                openedNow(somebody()).under(Long.MAX_VALUE),
                Sessions.from(openedNow(somebody()), longest),
                Sessions.from(openedNow(somebody()), new Origin(ClientAddress.UNKNOWN, null, "r")));
    }

    @Override
    default String id(Session session) {
        return session.id().value().toString();
    }

    @Test
    default void aRestoredSessionIsFoundAndListed() {
        UserId user = somebody();
        List<Session> sessions = oneAfterAnother(user, 3);

        store().restore(sessions);

        assertThat(store().find(sessions.getFirst().id())).contains(sessions.getFirst());
        assertThat(store().list(user, NOW, 5)).containsExactlyElementsOf(sessions.reversed());
    }

    @Test
    default void howeverManySessionsAnAccountHasAllAreRestored() {
        List<Session> sessions = oneAfterAnother(somebody(), 30);

        store().restore(sessions);

        assertThat(sessions)
                .allSatisfy(session -> assertThat(store().find(session.id())).contains(session));
    }

    @Test
    default void aRestoredSessionIsReplacedUnderItsGeneration() {
        Session session = rotated(openedNow(somebody()), 10);
        Session next = rotated(session, 1000);
        store().restore(List.of(session));

        assertThat(store().replace(session, next)).isTrue();

        assertThat(store().replace(session, next)).isFalse();
        assertThat(store().find(session.id())).contains(next);
        assertThat(holdings().after("").filter(one -> one.id().equals(session.id())))
                .containsExactly(next);
    }

    @Test
    default void aRestoredSessionEnds() {
        Session session = openedNow(somebody());
        store().restore(List.of(session));

        assertThat(store().end(session.id(), session.user())).isTrue();

        assertThat(store().find(session.id())).isEmpty();
        assertThat(store().list(session.user(), NOW, 5)).isEmpty();
    }

    @Test
    default void allRestoredSessionsOfAnAccountEndTogether() {
        UserId user = somebody();
        List<Session> sessions = oneAfterAnother(user, 3);
        store().restore(sessions);

        assertThat(store().endOthers(user, sessions.getFirst().id())).isEqualTo(2);
        assertThat(store().endAll(user)).isEqualTo(1);

        assertThat(store().list(user, NOW, 5)).isEmpty();
    }

    @Test
    default void aRestoredSessionCountsTowardsTheLimit() {
        UserId user = somebody();
        List<Session> sessions = oneAfterAnother(user, 3);
        store().restore(sessions.subList(0, 2));

        List<SessionId> ended = store().add(sessions.get(2), 2);

        assertThat(ended).containsExactly(sessions.getFirst().id());
        assertThat(store().list(user, NOW, 5)).containsExactly(sessions.get(2), sessions.get(1));
    }

    @Test
    default void aSessionThatEndedIsReadAndCountedNoMore() {
        Session session = openedNow(somebody());
        long count = store().count();
        store().restore(List.of(session));

        store().endAll(session.user());

        assertThat(store().after("")).doesNotContain(session);
        assertThat(store().count()).isEqualTo(count);
    }

    @Test
    default void sessionsThatEndWhileReadingHideNoOther() {
        UUID place = new UUID(People.RANDOM.nextLong(), 0);
        UserId user = somebodyWith(new SessionId(place));
        UserId goes = somebodyWith(new SessionId(place));
        List<Session> sessions = IntStream.rangeClosed(1, 2 * MANY)
                .mapToObj(number -> Sessions.with(
                        openedNow(number % 2 == 0 ? goes : user),
                        new SessionId(new UUID(place.getMostSignificantBits(), (long) number << 12))))
                .toList();
        store().restore(sessions);

        Iterator<Session> reading = store().after(place.toString()).iterator();
        List<Session> seen = new ArrayList<>(List.of(reading.next()));
        store().endAll(goes);
        reading.forEachRemaining(seen::add);

        assertThat(seen)
                .containsAll(sessions.stream()
                        .filter(session -> session.user().equals(user))
                        .toList());
    }

    private static List<Session> oneAfterAnother(UserId user, int count) {
        return IntStream.range(0, count)
                .mapToObj(number -> opened(user, NOW.plusMillis(number)))
                .toList();
    }
}
