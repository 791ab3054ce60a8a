package dev.sallyport.testkit;

import static dev.sallyport.testkit.Accounts.next;
import static dev.sallyport.testkit.Accounts.username;
import static dev.sallyport.testkit.Accounts.with;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sallyport.domain.user.DisplayName;
import dev.sallyport.domain.user.Metadata;
import dev.sallyport.domain.user.Profile;
import dev.sallyport.domain.user.User;
import dev.sallyport.domain.user.UserStore;
import dev.sallyport.domain.user.UserStore.ReplaceResult;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/** The part of {@link UserStoreContract} by which an account is changed by compare-and-set. */
public interface UserReplacementContract {

    UserStore store();

    @Test
    default void aReplacementWritesEveryField() {
        UserStore store = store();
        User bare = with(People.someone(), new Profile(null, null, Metadata.EMPTY));
        User full = Accounts.full();
        User next = new User(
                bare.id(),
                full.email(),
                full.emailVerified(),
                full.profile(),
                full.credentials(),
                full.role(),
                full.status(),
                full.suspension(),
                2,
                bare.createdAt(),
                full.updatedAt(),
                null,
                full.deletedAt());
        store.add(bare);

        ReplaceResult result = store.replace(bare, next);

        assertThat(result).isEqualTo(ReplaceResult.REPLACED);
        assertThat(store.find(bare.id())).contains(next);
        assertThat(store.findByEmail(full.email())).contains(next);
        assertThat(store.findByUsername(username(full))).contains(next);
    }

    @Test
    default void aReplacementMayLeaveOutWhatWasThere() {
        UserStore store = store();
        User full = Accounts.full();
        User next = new User(
                full.id(),
                full.email(),
                false,
                new Profile(null, null, Metadata.EMPTY),
                full.credentials(),
                full.role(),
                full.status(),
                null,
                full.version() + 1,
                full.createdAt(),
                full.updatedAt(),
                full.lastSignInAt(),
                null);
        store.add(full);

        ReplaceResult result = store.replace(full, next);

        assertThat(result).isEqualTo(ReplaceResult.REPLACED);
        assertThat(store.find(full.id())).contains(next);
        assertThat(store.findByUsername(username(full))).isEmpty();
    }

    @Test
    default void aReplacementOfAnOlderVersionIsToldThatTheWorldMoved() {
        UserStore store = store();
        User first = People.someone();
        User second = next(with(first, new DisplayName("Second")));
        store.add(first);
        store.replace(first, second);

        ReplaceResult result = store.replace(first, next(with(first, new DisplayName("Too late"))));

        assertThat(result).isEqualTo(ReplaceResult.MOVED);
        assertThat(store.find(first.id())).contains(second);
    }

    @Test
    default void aReplacementOfNobodyIsToldThatTheWorldMovedAndAddsNobody() {
        UserStore store = store();
        User nobody = People.someone();

        ReplaceResult result = store.replace(nobody, next(nobody));

        assertThat(result).isEqualTo(ReplaceResult.MOVED);
        assertThat(store.find(nobody.id())).isEmpty();
        assertThat(store.findByEmail(nobody.email())).isEmpty();
    }

    @RepeatedTest(5)
    default void ofManySimultaneousReplacementsExactlyOneWins() {
        UserStore store = store();
        User someone = People.someone();
        store.add(someone);

        List<ReplaceResult> results = Race.of(64, number -> store.replace(someone, numbered(someone, number)));

        assertThat(results).containsOnlyOnce(ReplaceResult.REPLACED);
        assertThat(Collections.frequency(results, ReplaceResult.MOVED)).isEqualTo(63);
        int winner = results.indexOf(ReplaceResult.REPLACED);
        assertThat(store.find(someone.id())).contains(numbered(someone, winner));
    }

    @RepeatedTest(5)
    default void noReplacementIsLostWhenTheLosersDecideAgain() {
        UserStore store = store();
        User someone = People.someone();
        store.add(someone);

        Race.run(16, number -> replaceInTheEnd(store, someone));

        assertThat(store.find(someone.id()).map(User::version)).contains(17L);
    }

    @Test
    default void aReplacementKeepsTheSignInThatTheStoreKnows() {
        UserStore store = store();
        User someone = People.someone();
        Instant signIn = People.NOON.plusMillis(7);
        store.add(someone);
        store.recordSignIn(someone.id(), signIn);

        store.replace(someone, next(someone));
        store.replace(next(someone), next(next(someone)).signedInAt(People.NOON.plusMillis(9)));

        assertThat(store.find(someone.id())).contains(next(next(someone)).signedInAt(signIn));
    }

    @RepeatedTest(5)
    default void signInsAndReplacementsAtOnceLoseNeither() {
        UserStore store = store();
        User someone = People.someone();
        Instant latest = People.NOON.plusMillis(64);
        store.add(someone);

        Race.run(64, number -> {
            if (number % 8 == 0) {
                replaceInTheEnd(store, someone);
            } else {
                store.recordSignIn(someone.id(), latest.minusMillis(number - 1));
            }
        });

        User result = store.find(someone.id()).orElseThrow();
        assertThat(result.version()).isEqualTo(9);
        assertThat(result.lastSignInAt()).isEqualTo(latest);
    }

    private static User numbered(User user, int number) {
        return next(with(user, new DisplayName("Number " + number)));
    }

    private static void replaceInTheEnd(UserStore store, User user) {
        ReplaceResult result = ReplaceResult.MOVED;
        while (result == ReplaceResult.MOVED) {
            User present = store.find(user.id()).orElseThrow();
            result = store.replace(present, next(present));
        }
    }
}
