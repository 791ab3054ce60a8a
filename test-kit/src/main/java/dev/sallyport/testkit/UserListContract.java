package dev.sallyport.testkit;

import static dev.sallyport.testkit.Accounts.NEWEST_FIRST;
import static dev.sallyport.testkit.Accounts.next;
import static dev.sallyport.testkit.Accounts.registered;
import static dev.sallyport.testkit.Accounts.role;
import static dev.sallyport.testkit.Accounts.someone;
import static dev.sallyport.testkit.Accounts.with;
import static dev.sallyport.testkit.People.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sallyport.domain.role.RoleName;
import dev.sallyport.domain.user.Metadata;
import dev.sallyport.domain.user.Profile;
import dev.sallyport.domain.user.SearchPrefix;
import dev.sallyport.domain.user.Suspension;
import dev.sallyport.domain.user.User;
import dev.sallyport.domain.user.UserFilter;
import dev.sallyport.domain.user.UserId;
import dev.sallyport.domain.user.UserStatus;
import dev.sallyport.domain.user.UserStore;
import java.time.Instant;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.UUID;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * How every {@link UserStore} lists accounts, finds them by what their names begin with, and removes them. The store may be shared with
 * others: the contract's accounts have roles of their own.
 */
public interface UserListContract extends UserSearchContract, UserRemovalContract {

    @Override
    UserStore store();

    @Test
    default void accountsAreListedNewestFirstByTheirIds() {
        UserStore store = store();
        RoleName role = role();
        User first = registered(someone(role, Instant.EPOCH), NOON.plusMillis(2));
        User second = registered(someone(role, NOON), NOON.plusMillis(1));
        User third = registered(someone(role, NOON.plusMillis(1)), NOON);
        User last = registered(someone(role, Instant.parse("8888-08-08T08:08:08.888Z")), NOON.minusMillis(1));
        List.of(third, first, last, second).forEach(store::add);

        List<User> listed = store.list(UserFilter.having(role), 10);

        assertThat(listed).containsExactly(last, third, second, first);
    }

    @Test
    default void idsAreInTheOrderOfTheirCharactersWhateverALanguageMakesOfThem() {
        UserStore store = store();
        RoleName role = role();
        long moment = People.RANDOM.nextLong(1L << 58, 1L << 62);
        List<User> oldestFirst = LongStream.of(0x9e, 0xa9, 0xaa, 0xab, 0xb1, 0xd9, 0xdd, 0xde, 0xe1, 0xfe, 0xff)
                .mapToObj(low -> Accounts.with(someone(role), new UserId(new UUID(moment, low))))
                .toList();

        oldestFirst.forEach(store::add);

        assertListed(between(role, null, null), oldestFirst.reversed());
        assertListed(
                between(role, oldestFirst.get(1).id(), oldestFirst.get(7).id()),
                oldestFirst.subList(1, 7).reversed());
    }

    @Test
    default void aListIsNoLongerThanAskedForAndBeginsWithTheNewest() {
        UserStore store = store();
        RoleName role = role();
        List<User> accounts = added(store, several(role, 5));

        assertThat(store.list(UserFilter.having(role), 1)).containsExactly(accounts.getFirst());
        assertThat(store.list(UserFilter.having(role), 4)).containsExactlyElementsOf(accounts.subList(0, 4));
        assertThat(store.list(UserFilter.having(role), 5)).containsExactlyElementsOf(accounts);
    }

    @Test
    default void aListMayBeLong() {
        UserStore store = store();
        RoleName role = role();
        List<User> accounts = added(store, several(role, 150));

        List<User> listed = store.list(UserFilter.having(role), 149);

        assertThat(listed).containsExactlyElementsOf(accounts.subList(0, 149));
    }

    @Test
    default void anAccountIsListedWithAllThatItHas() {
        UserStore store = store();
        RoleName role = role();
        User full = with(Accounts.full().restored(NOON), role);
        User longest = with(Accounts.longest(), role);
        User bare = with(someone(role), new Profile(null, null, Metadata.EMPTY));

        added(store, List.of(full, longest, bare));

        assertThat(store.list(UserFilter.having(role), 10)).containsExactlyInAnyOrder(full, longest, bare);
    }

    @ParameterizedTest
    @EnumSource
    default void accountsOfEachStatusAreListedApart(UserStatus status) {
        UserStore store = store();
        RoleName role = role();
        List<User> accounts = added(store, ofEveryStatus(role));

        assertListed(
                UserFilter.having(role).with(status),
                accounts.stream().filter(user -> user.status() == status).toList());
    }

    @Test
    default void deletedAccountsAreLeftOutUnlessAskedFor() {
        UserStore store = store();
        RoleName role = role();
        List<User> accounts = added(store, ofEveryStatus(role));

        assertListed(
                UserFilter.having(role),
                accounts.stream()
                        .filter(user -> user.status() != UserStatus.DELETED)
                        .toList());
    }

    @Test
    default void whoseSuspensionIsOverIsListedAmongTheSuspendedStill() {
        UserStore store = store();
        RoleName role = role();
        User suspended = suspended(someone(role));
        store.add(suspended);

        assertListed(UserFilter.having(role).with(UserStatus.SUSPENDED), List.of(suspended));
        assertListed(UserFilter.having(role).with(UserStatus.ACTIVE), List.of());
    }

    @Test
    default void aListGoesFromAnIdUpToBelowAnother() {
        UserStore store = store();
        RoleName role = role();
        List<User> accounts = added(store, several(role, 5));
        UserId newer = accounts.get(1).id();
        UserId older = accounts.get(3).id();

        assertListed(between(role, older, newer), accounts.subList(2, 4));
        assertListed(between(role, older, null), accounts.subList(0, 4));
        assertListed(between(role, null, newer), accounts.subList(2, 5));
        assertListed(between(role, newer, newer), List.of());
        assertListed(between(role, newer, older), List.of());
    }

    @Test
    default void aMomentMayBeABound() {
        UserStore store = store();
        RoleName role = role();
        User before = someone(role, NOON.minusMillis(1));
        User then = someone(role, NOON);
        User after = someone(role, NOON.plusMillis(1));
        added(store, List.of(before, then, after));
        UserId noon = UserId.firstAt(NOON);

        assertListed(between(role, noon, null), List.of(after, then));
        assertListed(between(role, null, noon), List.of(before));
        assertListed(between(role, noon, UserId.firstAt(NOON.plusMillis(1))), List.of(then));
    }

    @Test
    default void accountsOfAllRolesAreListedTogether() {
        UserStore store = store();
        Instant moment = Instant.ofEpochMilli(People.RANDOM.nextLong(1L << 42, 1L << 46));
        List<User> accounts = added(store, List.of(someone(role(), moment), someone(role(), moment)));
        store.add(someone(role(), moment.plusMillis(1)));

        assertListed(between(null, UserId.firstAt(moment), UserId.firstAt(moment.plusMillis(1))), accounts);
    }

    @Test
    default void withoutAnyConditionEverybodyIsCountedButTheDeleted() {
        UserStore store = store();
        long before = store.count(UserFilter.ALL);

        added(store, ofEveryStatus(role()));

        assertThat(store.count(UserFilter.ALL)).isEqualTo(before + UserStatus.values().length - 1);
        assertThat(store.list(UserFilter.ALL, 2)).hasSize(2).isSortedAccordingTo(NEWEST_FIRST);
    }

    @Test
    default void allConditionsHoldTogether() {
        UserStore store = store();
        RoleName role = role();
        User fits = suspended(someone(role));
        User ofAnotherRole = suspended(someone(role()));
        User ofAnotherStatus = someone(role);
        User ofAnotherName =
                suspended(with(People.person(People.unique() + "@example.org", "A" + People.unique(), "Ada"), role));
        User older = suspended(someone(role, NOON.minusMillis(1)));
        User newer = suspended(someone(role, NOON.plusMillis(1)));
        added(store, List.of(fits, ofAnotherRole, ofAnotherStatus, ofAnotherName, older, newer));
        SearchPrefix prefix = new SearchPrefix("someone");
        UserId from = UserId.firstAt(NOON);
        UserId below = UserId.firstAt(NOON.plusMillis(1));

        assertListed(new UserFilter(role, UserStatus.SUSPENDED, prefix, from, below), List.of(fits));
    }

    @Test
    default void aListShowsWhatAnAccountHasBecome() {
        UserStore store = store();
        RoleName before = role();
        RoleName after = role();
        User someone = someone(before);
        User promoted = next(with(someone, after));
        store.add(someone);

        store.replace(someone, promoted);
        store.recordSignIn(someone.id(), NOON.plusMillis(7));

        assertListed(UserFilter.having(before), List.of());
        assertListed(UserFilter.having(after), List.of(promoted.signedInAt(NOON.plusMillis(7))));
    }

    @Test
    default void aWalkFromPageToPageSeesEveryAccountOnce() {
        UserStore store = store();
        RoleName role = role();
        List<User> accounts = added(store, several(role, 25));

        assertThat(walk(store, UserFilter.having(role), 4)).containsExactlyElementsOf(accounts);
    }

    @Test
    default void aWalkMissesNobodyWhoStaysWhateverComesAndGoesMeanwhile() {
        UserStore store = store();
        RoleName role = role();
        List<User> staying = added(store, several(role, 12));
        Iterator<User> going = added(store, several(role, 12)).iterator();
        UserFilter filter = UserFilter.having(role);

        List<User> seen = Pages.walk(store.list(filter, 3), last -> {
            if (going.hasNext()) {
                store.remove(going.next());
            }
            store.add(someone(role));
            return store.list(filter.below(last.id()), 3);
        });

        assertThat(seen).doesNotHaveDuplicates().isSortedAccordingTo(NEWEST_FIRST);
        assertThat(seen.stream().filter(staying::contains)).containsExactlyElementsOf(staying);
    }

    @RepeatedTest(3)
    default void manyWalksWhileOthersComeAndGoMissNobodyAndSeeNobodyTwice() {
        UserStore store = store();
        RoleName role = role();
        List<User> staying = added(store, several(role, 20));

        List<List<User>> walks = Race.of(16, number -> {
            if (number % 2 == 0) {
                return walk(store, UserFilter.having(role), 4);
            }
            several(role, 5).forEach(passing -> {
                store.add(passing);
                store.remove(passing);
            });
            return staying;
        });

        assertThat(walks)
                .allSatisfy(seen -> assertThat(seen)
                        .containsAll(staying)
                        .doesNotHaveDuplicates()
                        .isSortedAccordingTo(NEWEST_FIRST));
    }

    @RepeatedTest(3)
    default void whoseStatusKeepsChangingIsOnceInEveryList() {
        UserStore store = store();
        RoleName role = role();
        List<User> restless = added(store, several(role, 8));

        List<List<List<UserId>>> lists = Race.of(16, number -> {
            if (number % 2 == 0) {
                keepChanging(store, restless.get(number / 2));
                return List.of();
            }
            return Stream.generate(() -> store.list(UserFilter.having(role), 20))
                    .limit(10)
                    .map(UserListContract::ids)
                    .toList();
        });

        assertThat(lists.stream().flatMap(List::stream))
                .hasSize(80)
                .allSatisfy(list -> assertThat(list).containsExactlyElementsOf(ids(restless)));
    }

    @RepeatedTest(3)
    default void whatACallWroteIsListedAndCountedByEveryLaterCall() {
        UserStore store = store();
        RoleName role = role();

        List<Boolean> seen = Race.of(64, number -> {
            User mine = someone(role);
            UserFilter me = new UserFilter(role, null, null, mine.id(), UserId.firstAt(NOON.plusMillis(1)));
            store.add(mine);
            return store.list(me, 64).contains(mine)
                    && store.count(me) >= 1
                    && store.remove(mine)
                    && !store.list(me, 64).contains(mine);
        });

        assertThat(seen).containsOnly(true);
    }

    private void assertListed(UserFilter filter, List<User> expected) {
        assertThat(store().list(filter, 20)).containsExactlyElementsOf(expected);
        assertThat(store().count(filter)).isEqualTo(expected.size());
    }

    private static List<User> walk(UserStore store, UserFilter filter, int page) {
        return Pages.walk(store.list(filter, page), last -> store.list(filter.below(last.id()), page));
    }

    /** From each status to each other. */
    private static void keepChanging(UserStore store, User user) {
        User present = user;
        for (int change = 0; change < 12; change++) {
            List<UserStatus> statuses = List.of(
                    UserStatus.SUSPENDED,
                    UserStatus.PENDING_VERIFICATION,
                    UserStatus.ACTIVE,
                    UserStatus.PENDING_VERIFICATION,
                    UserStatus.SUSPENDED,
                    UserStatus.ACTIVE);
            User next = next(with(present, statuses.get(change % statuses.size())));
            store.replace(present, next);
            present = next;
        }
    }

    private static List<UserId> ids(List<User> accounts) {
        return accounts.stream().map(User::id).toList();
    }

    private static UserFilter between(@Nullable RoleName role, @Nullable UserId from, @Nullable UserId below) {
        return new UserFilter(role, null, null, from, below);
    }

    /** By now it is over. */
    private static User suspended(User user) {
        return user.suspended(new Suspension("Overdue books", NOON.plusMillis(1)), NOON);
    }

    private static List<User> several(RoleName role, int count) {
        return Stream.generate(() -> someone(role)).limit(count).toList();
    }

    private static List<User> ofEveryStatus(RoleName role) {
        return Arrays.stream(UserStatus.values())
                .map(status -> status == UserStatus.DELETED ? someone(role).deleted(NOON) : with(someone(role), status))
                .toList();
    }

    /** The accounts as they are to be listed. */
    private static List<User> added(UserStore store, List<User> accounts) {
        accounts.forEach(store::add);
        return accounts.stream().sorted(NEWEST_FIRST).toList();
    }
}
