package dev.sallyport.testkit;

import static dev.sallyport.testkit.Sessions.NOW;
import static dev.sallyport.testkit.Sessions.opened;
import static dev.sallyport.testkit.Sessions.openedNow;
import static dev.sallyport.testkit.Sessions.somebody;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sallyport.domain.ClientAddress;
import dev.sallyport.domain.Origin;
import dev.sallyport.domain.token.Session;
import dev.sallyport.domain.token.SessionId;
import dev.sallyport.domain.token.SessionStore;
import dev.sallyport.domain.user.UserId;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every {@link SessionStore} promises. The store may be shared with others: the contract's accounts are its own. */
public interface SessionStoreContract extends SessionReplacementContract, SessionEndingContract, SessionLimitContract {

    @Override
    SessionStore store();

    @Test
    default void aSessionThatWasAddedIsFound() {
        SessionStore store = store();
        Session session = openedNow(somebody());

        List<SessionId> ended = store.add(session, 5);

        assertThat(ended).isEmpty();
        assertThat(store.find(session.id())).contains(session);
    }

    @Test
    default void whatWasNeverAddedIsNotFound() {
        SessionStore store = store();
        Session session = openedNow(somebody());

        assertThat(store.find(session.id())).isEmpty();
        assertThat(store.list(session.user(), NOW, 5)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 10, 999, 86_400_001})
    default void sessionInstantsComeBackToTheMillisecond(long millis) {
        SessionStore store = store();
        Session session = opened(
                somebody(),
                NOW.plusMillis(millis),
                NOW.plus(Duration.ofDays(7)).plusMillis(millis).plusMillis(1));

        store.add(session, 5);

        assertThat(store.find(session.id())).contains(session);
        assertThat(store.list(session.user(), NOW, 5)).containsExactly(session);
    }

    @Test
    default void whereASessionCameFromComesBack() {
        SessionStore store = store();
        UserId user = somebody();
        ClientAddress longest = new ClientAddress("f".repeat(45), "0".repeat(45));
        Session full = Sessions.from(openedNow(user), new Origin(longest, "\"%_\\'".repeat(51) + "~", "r".repeat(64)));
        Session bare = Sessions.from(openedNow(user), new Origin(ClientAddress.UNKNOWN, null, "r"));

        store.add(full, 5);
        store.add(bare, 5);

        assertThat(store.find(full.id())).contains(full);
        assertThat(store.find(bare.id())).contains(bare);
    }

    @Test
    default void sessionsAreListedNewestFirst() {
        SessionStore store = store();
        UserId user = somebody();
        Session middle = opened(user, NOW.plusMillis(1));
        Session newest = opened(user, NOW.plusMillis(2));
        Session oldest = opened(user, NOW);
        List.of(middle, newest, oldest).forEach(session -> store.add(session, 5));

        List<Session> listed = store.list(user, NOW, 5);

        assertThat(listed).containsExactly(newest, middle, oldest);
    }

    @Test
    default void aListIsNoLongerThanAskedFor() {
        SessionStore store = store();
        UserId user = somebody();
        Session oldest = opened(user, NOW);
        Session middle = opened(user, NOW.plusMillis(1));
        Session newest = opened(user, NOW.plusMillis(2));
        List.of(oldest, middle, newest).forEach(session -> store.add(session, 5));

        List<Session> listed = store.list(user, NOW, 2);

        assertThat(listed).containsExactly(newest, middle);
    }

    @Test
    default void aSessionIsListedUntilTheMillisecondItExpires() {
        SessionStore store = store();
        Session session = openedNow(somebody());
        store.add(session, 5);

        assertThat(store.list(session.user(), session.expiresAt().minusMillis(1), 5))
                .containsExactly(session);
        assertThat(store.list(session.user(), session.expiresAt(), 5)).isEmpty();
    }

    @Test
    default void expiredSessionsTakeNoPlaceInAList() {
        SessionStore store = store();
        UserId user = somebody();
        Session lasting = opened(user, NOW, NOW.plus(Duration.ofDays(2)));
        Session expired = opened(user, NOW.plusMillis(1), NOW.plus(Duration.ofDays(1)));
        store.add(lasting, 5);
        store.add(expired, 5);

        List<Session> listed = store.list(user, NOW.plus(Duration.ofDays(1)), 1);

        assertThat(listed).containsExactly(lasting);
    }

    @Test
    default void aListShowsTheOwnersSessionsOnly() {
        SessionStore store = store();
        Session mine = openedNow(somebody());
        Session anothers = openedNow(somebody());
        store.add(mine, 5);
        store.add(anothers, 5);

        assertThat(store.list(mine.user(), NOW, 5)).containsExactly(mine);
    }

    @RepeatedTest(5)
    default void whatASessionCallWroteIsSeenByEveryLaterCall() {
        SessionStore store = store();
        UserId user = somebody();

        List<Boolean> seen = Race.of(64, number -> {
            Session mine = openedNow(user);
            store.add(mine, 64);
            return store.find(mine.id()).isPresent()
                    && store.list(user, NOW, 64).contains(mine)
                    && store.replace(mine, Sessions.rotated(mine, 1))
                    && store.find(mine.id()).orElseThrow().generation() == 2
                    && store.end(mine.id(), user)
                    && store.find(mine.id()).isEmpty();
        });

        assertThat(seen).containsOnly(true);
    }
}
