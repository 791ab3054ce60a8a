package dev.sallyport.testkit;

import static dev.sallyport.testkit.Accounts.next;
import static dev.sallyport.testkit.Accounts.role;
import static dev.sallyport.testkit.Accounts.someone;
import static dev.sallyport.testkit.Accounts.username;
import static dev.sallyport.testkit.Accounts.with;
import static dev.sallyport.testkit.People.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sallyport.domain.role.RoleName;
import dev.sallyport.domain.user.DisplayName;
import dev.sallyport.domain.user.User;
import dev.sallyport.domain.user.UserFilter;
import dev.sallyport.domain.user.UserId;
import dev.sallyport.domain.user.UserStore;
import dev.sallyport.domain.user.UserStore.AddResult;
import dev.sallyport.domain.user.UserStore.ReplaceResult;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/** The part of {@link UserListContract} by which accounts that were deleted are found and removed for good. */
public interface UserRemovalContract {

    /** Before anybody else's account was deleted. */
    Instant LONG_AGO = Instant.parse("1971-01-01T00:00:00.000Z");

    UserStore store();

    @Test
    default void anAccountThatWasRemovedIsFoundNoMore() {
        UserStore store = store();
        RoleName role = role();
        User someone = someone(role);
        store.add(someone);

        boolean removed = store.remove(someone);

        assertThat(removed).isTrue();
        assertThat(store.find(someone.id())).isEmpty();
        assertThat(store.findByEmail(someone.email())).isEmpty();
        assertThat(store.findByUsername(username(someone))).isEmpty();
        assertThat(store.list(UserFilter.having(role), 1)).isEmpty();
        assertThat(store.count(UserFilter.having(role))).isZero();
    }

    @Test
    default void aRemovalTouchesNobodyElse() {
        UserStore store = store();
        RoleName role = role();
        User someone = someone(role);
        User neighbour = someone(role);
        store.add(someone);
        store.add(neighbour);

        store.remove(someone);

        assertThat(store.list(UserFilter.having(role), 2)).containsExactly(neighbour);
        assertThat(store.findByEmail(neighbour.email())).contains(neighbour);
    }

    @Test
    default void anAccountThatHasChangedIsNotRemoved() {
        UserStore store = store();
        User someone = People.someone();
        store.add(someone);
        store.replace(someone, next(someone));

        boolean removed = store.remove(someone);

        assertThat(removed).isFalse();
        assertThat(store.find(someone.id())).contains(next(someone));
    }

    @Test
    default void aSignInDoesNotHinderARemoval() {
        UserStore store = store();
        User someone = People.someone();
        store.add(someone);
        store.recordSignIn(someone.id(), NOON.plusMillis(1));

        boolean removed = store.remove(someone);

        assertThat(removed).isTrue();
        assertThat(store.find(someone.id())).isEmpty();
    }

    @Test
    default void whoIsNotThereIsNotRemoved() {
        UserStore store = store();
        User someone = People.someone();
        store.add(someone);
        store.remove(someone);

        assertThat(store.remove(someone)).isFalse();
        assertThat(store.remove(People.someone())).isFalse();
    }

    @Test
    default void nothingBringsBackWhoWasRemoved() {
        UserStore store = store();
        User someone = People.someone();
        store.add(someone);
        store.remove(someone);

        ReplaceResult result = store.replace(someone, next(someone));
        store.recordSignIn(someone.id(), NOON);

        assertThat(result).isEqualTo(ReplaceResult.MOVED);
        assertThat(store.find(someone.id())).isEmpty();
    }

    @Test
    default void theNamesOfWhoWasRemovedAreFree() {
        UserStore store = store();
        User someone = People.someone();
        User heir = with(with(People.someone(), someone.email()), username(someone));
        store.add(someone);
        store.remove(someone);

        AddResult result = store.add(heir);

        assertThat(result).isEqualTo(AddResult.ADDED);
        assertThat(store.findByEmail(someone.email())).contains(heir);
        assertThat(store.findByUsername(username(someone))).contains(heir);
    }

    @RepeatedTest(5)
    default void ofManySimultaneousRemovalsExactlyOneIsToldSo() {
        UserStore store = store();
        User someone = People.someone();
        store.add(someone);

        List<Boolean> removed = Race.of(64, number -> store.remove(someone));

        assertThat(removed).containsOnlyOnce(true);
        assertThat(store.find(someone.id())).isEmpty();
    }

    @RepeatedTest(5)
    default void ofSimultaneousRemovalsAndReplacementsExactlyOneWins() {
        UserStore store = store();
        User someone = People.someone();
        store.add(someone);

        List<Boolean> won = Race.of(
                64,
                number -> number % 2 == 0
                        ? store.remove(someone)
                        : store.replace(someone, numbered(someone, number)) == ReplaceResult.REPLACED);

        assertThat(won).containsOnlyOnce(true);
        int winner = won.indexOf(true);
        List<User> left = winner % 2 == 0 ? List.of() : List.of(numbered(someone, winner));
        assertThat(store.find(someone.id()).stream()).containsExactlyElementsOf(left);
        assertThat(store.findByEmail(someone.email()).stream()).containsExactlyElementsOf(left);
    }

    @RepeatedTest(5)
    default void signInsWhileAnAccountIsRemovedDoNotBringItBack() {
        UserStore store = store();
        User someone = People.someone();
        store.add(someone);

        List<Boolean> removed = Race.of(32, number -> {
            store.recordSignIn(someone.id(), NOON.plusMillis(number));
            boolean mine = number == 16 && store.remove(someone);
            store.recordSignIn(someone.id(), NOON.plusMillis(2L * number));
            return mine;
        });

        assertThat(removed).containsOnlyOnce(true);
        assertThat(store.find(someone.id())).isEmpty();
        assertThat(store.findByEmail(someone.email())).isEmpty();
    }

    @RepeatedTest(5)
    default void ofManyWhoTakeTheNamesThatBecameFreeExactlyOneGetsThem() {
        UserStore store = store();
        User someone = People.someone();
        store.add(someone);
        store.remove(someone);

        List<AddResult> results =
                Race.of(64, number -> store.add(with(with(People.someone(), someone.email()), username(someone))));

        assertThat(results).containsOnlyOnce(AddResult.ADDED);
    }

    @Test
    default void accountsDeletedBeforeAnInstantAreListedInTheOrderOfTheirDeletion() {
        UserStore store = store();
        List<User> deleted = IntStream.range(0, 4)
                .mapToObj(number -> deleted(LONG_AGO.plusMillis(number)))
                .toList();
        List.of(deleted.get(2), deleted.get(0), deleted.get(3), deleted.get(1)).forEach(store::add);

        List<User> before = store.deletedBefore(LONG_AGO.plusMillis(3), 1_000);

        assertThat(before.stream().filter(deleted::contains)).containsExactlyElementsOf(deleted.subList(0, 3));
    }

    @Test
    default void ofTheDeletedNoMoreAreListedThanAskedFor() {
        UserStore store = store();
        IntStream.range(0, 3).forEach(number -> store.add(deleted(LONG_AGO.plusMillis(number))));
        Instant later = LONG_AGO.plusMillis(10);

        List<User> firstTwo = store.deletedBefore(later, 2);

        assertThat(firstTwo)
                .hasSize(2)
                .isEqualTo(store.deletedBefore(later, 1_000).subList(0, 2));
    }

    @Test
    default void onlyTheDeletedAreListedAmongThem() {
        UserStore store = store();
        User active = Accounts.registered(People.someone(), LONG_AGO);
        User deleted = deleted(LONG_AGO);
        User restored = deleted.restored(LONG_AGO.plusMillis(1));
        store.add(active);
        store.add(deleted);
        store.replace(deleted, restored);

        List<User> before = store.deletedBefore(LONG_AGO.plusMillis(10), 1_000);

        assertThat(before.stream().map(User::id)).doesNotContain(active.id(), deleted.id());
    }

    @Test
    default void whoWasDeletedAndRemovedIsListedNoMore() {
        UserStore store = store();
        User deleted = deleted(LONG_AGO);
        store.add(deleted);

        boolean removed = store.remove(deleted);

        assertThat(removed).isTrue();
        assertThat(store.deletedBefore(LONG_AGO.plusMillis(10), 1_000)).doesNotContain(deleted);
    }

    /** Ids sort against the times of deletion. */
    private static User deleted(Instant at) {
        UserId id = UserId.next(Backwards.from(LONG_AGO, at), People.RANDOM);
        return with(People.someone(), id).deleted(at);
    }

    private static User numbered(User user, int number) {
        return next(with(user, new DisplayName("Number " + number)));
    }
}
