package dev.sallyport.testkit;

import static dev.sallyport.testkit.Accounts.next;
import static dev.sallyport.testkit.Accounts.username;
import static dev.sallyport.testkit.Accounts.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.sallyport.domain.Holdings;
import dev.sallyport.domain.user.DisplayName;
import dev.sallyport.domain.user.Metadata;
import dev.sallyport.domain.user.Profile;
import dev.sallyport.domain.user.User;
import dev.sallyport.domain.user.UserId;
import dev.sallyport.domain.user.UserStatus;
import dev.sallyport.domain.user.UserStore;
import dev.sallyport.domain.user.UserStore.AddResult;
import dev.sallyport.domain.user.UserStore.ReplaceResult;
import dev.sallyport.domain.user.Username;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What a {@link UserStore} promises as {@link Holdings}: accounts that were carried are accounts like all others. */
public interface UserHoldingsContract<S extends UserStore & Holdings<User>> extends HoldingsContract<User> {

    S store();

    @Override
    default Holdings<User> holdings() {
        return store();
    }

    @Override
    default void keep(User user) {
        assertThat(store().add(user)).isEqualTo(AddResult.ADDED);
    }

    @Override
    default User sample(UUID id) {
        return Accounts.with(People.someone(), new UserId(id));
    }

    @Override
    default User changed(User user) {
        return next(with(user, new DisplayName("Changed")));
    }

    @Override
    default List<User> extremes() {
        Stream<User> bare = Stream.of(with(People.someone(), new Profile(null, null, Metadata.EMPTY)));
        Stream<User> longest = Stream.of(Accounts.longest());
        Stream<User> full = Stream.of(Accounts.full());
        Stream<User> ofEveryStatus = Arrays.stream(UserStatus.values()).map(status -> with(People.someone(), status));
        Stream<User> ofAllTimes = Stream.of(
                        "1970-01-01T00:00:00Z", "2026-11-21T12:00:00.010Z", "9999-12-31T23:59:59.999Z")
                .map(instant -> Accounts.at(People.someone(), Instant.parse(instant)));
        Stream<User> inManyScripts = Stream.of("Андрі́й О'Браєн", "祖沖之", "عُمَر الخيّام", "👩🏽‍🚀 𝒜 \\ \"%_")
                .map(name -> with(
                        with(People.someone(), new DisplayName(name)), new Metadata("{\"name\": \"" + name + "\" }")));
        return Stream.of(bare, longest, full, ofEveryStatus, ofAllTimes, inManyScripts)
                .flatMap(users -> users)
                .toList();
    }

    @Override
    default String id(User user) {
        return user.id().value().toString();
    }

    @Test
    default void aRestoredAccountIsFoundByIdByAddressAndByUsernameInAnyCase() {
        User someone = People.someone();

        store().restore(List.of(someone));

        assertThat(store().find(someone.id())).contains(someone);
        assertThat(store().findByEmail(someone.email())).contains(someone);
        assertThat(store().findByUsername(shouted(username(someone)))).contains(someone);
    }

    @Test
    default void whatARestoredAccountHasIsTaken() {
        User someone = People.someone();

        store().restore(List.of(someone));

        assertThat(store().add(with(People.someone(), someone.email()))).isEqualTo(AddResult.EMAIL_TAKEN);
        assertThat(store().add(with(People.someone(), shouted(username(someone)))))
                .isEqualTo(AddResult.USERNAME_TAKEN);
    }

    @Test
    default void aDeletedAccountThatIsRestoredKeepsWhatIsItsOwn() {
        User deleted = People.someone().deleted(People.NOON.plusMillis(5));

        store().restore(List.of(deleted));

        assertThat(store().find(deleted.id())).contains(deleted);
        assertThat(store().add(with(People.someone(), deleted.email()))).isEqualTo(AddResult.EMAIL_TAKEN);
    }

    @Test
    default void aRestoredAccountIsReplacedUnderItsVersion() {
        User someone = Accounts.full();
        store().restore(List.of(someone));

        ReplaceResult result = store().replace(someone, next(someone));

        assertThat(result).isEqualTo(ReplaceResult.REPLACED);
        assertThat(store().replace(someone, next(someone))).isEqualTo(ReplaceResult.MOVED);
        assertThat(holdings().after("").filter(user -> user.id().equals(someone.id())))
                .containsExactly(next(someone));
    }

    @Test
    default void whatARestoredAccountGivesUpIsFree() {
        User someone = People.someone();
        User heir = with(with(People.someone(), someone.email()), username(someone));
        store().restore(List.of(someone));

        store().replace(someone, next(with(with(someone, People.someone().email()), username(People.someone()))));

        assertThat(store().add(heir)).isEqualTo(AddResult.ADDED);
        assertThat(store().findByUsername(username(someone))).contains(heir);
    }

    @Test
    default void aRestoredAccountSignsIn() {
        User someone = People.someone();
        store().restore(List.of(someone));

        store().recordSignIn(someone.id(), People.NOON.plusMillis(7));

        assertThat(holdings().after("").filter(user -> user.id().equals(someone.id())))
                .containsExactly(someone.signedInAt(People.NOON.plusMillis(7)));
    }

    @Test
    default void aSecondAccountWithOneAddressCannotBeRestored() {
        User someone = People.someone();
        store().add(someone);

        assertThatIllegalStateException()
                .isThrownBy(() -> store().restore(List.of(with(People.someone(), someone.email()))));

        assertThat(store().findByEmail(someone.email())).contains(someone);
    }

    @Test
    default void aSecondAccountWithOneUsernameInAnyCaseCannotBeRestored() {
        User someone = People.someone();
        store().add(someone);

        assertThatIllegalStateException()
                .isThrownBy(() -> store().restore(List.of(with(People.someone(), shouted(username(someone))))));

        assertThat(store().findByUsername(username(someone))).contains(someone);
    }

    private static Username shouted(Username username) {
        return new Username(username.value().toUpperCase(Locale.ROOT));
    }
}
