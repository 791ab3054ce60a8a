package dev.sallyport.testkit;

import static dev.sallyport.testkit.Accounts.next;
import static dev.sallyport.testkit.Accounts.username;
import static dev.sallyport.testkit.Accounts.with;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sallyport.domain.user.Email;
import dev.sallyport.domain.user.Metadata;
import dev.sallyport.domain.user.Profile;
import dev.sallyport.domain.user.User;
import dev.sallyport.domain.user.UserStore;
import dev.sallyport.domain.user.UserStore.AddResult;
import dev.sallyport.domain.user.UserStore.ReplaceResult;
import dev.sallyport.domain.user.Username;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/** The part of {@link UserStoreContract} by which an address and a username belong to at most one account. */
public interface UserUniquenessContract {

    UserStore store();

    @Test
    default void aTakenAddressIsRefused() {
        UserStore store = store();
        User first = People.someone();
        User second = with(People.someone(), first.email());
        store.add(first);

        AddResult result = store.add(second);

        assertThat(result).isEqualTo(AddResult.EMAIL_TAKEN);
        assertThat(store.findByEmail(first.email())).contains(first);
    }

    @Test
    default void aTakenUsernameIsRefusedInAnyCase() {
        UserStore store = store();
        User first = with(People.someone(), new Username("Irving." + People.unique()));
        User second = with(People.someone(), upperCase(username(first)));
        store.add(first);

        AddResult result = store.add(second);

        assertThat(result).isEqualTo(AddResult.USERNAME_TAKEN);
        assertThat(store.findByUsername(username(first))).contains(first);
    }

    @Test
    default void anAccountThatWasRefusedLeavesNothingBehind() {
        UserStore store = store();
        User first = People.someone();
        User sameAddress = with(People.someone(), first.email());
        User sameUsername = with(People.someone(), username(first));
        store.add(first);

        store.add(sameAddress);
        store.add(sameUsername);

        assertThat(store.find(sameAddress.id())).isEmpty();
        assertThat(store.find(sameUsername.id())).isEmpty();
        assertThat(store.add(with(People.someone(), username(sameAddress)))).isEqualTo(AddResult.ADDED);
        assertThat(store.add(with(People.someone(), sameUsername.email()))).isEqualTo(AddResult.ADDED);
    }

    @Test
    default void anyNumberOfAccountsHaveNoUsername() {
        UserStore store = store();
        Profile nameless = new Profile(null, null, Metadata.EMPTY);

        List<AddResult> results = Stream.generate(People::someone)
                .limit(3)
                .map(someone -> store.add(with(someone, nameless)))
                .toList();

        assertThat(results).containsOnly(AddResult.ADDED);
    }

    @Test
    default void charactersThatMeanSomethingElsewhereMeanThemselves() {
        UserStore store = store();
        String unique = People.unique();
        User wild = with(
                with(People.someone(), new Username("a_b-" + unique)),
                new Email("a_b%*'`{}+" + unique + "@example.org"));
        User plain = with(
                with(People.someone(), new Username("axb-" + unique)),
                new Email("axb%*'`{}+" + unique + "@example.org"));
        store.add(plain);

        AddResult result = store.add(wild);

        assertThat(result).isEqualTo(AddResult.ADDED);
        assertThat(store.findByEmail(wild.email())).contains(wild);
        assertThat(store.findByUsername(username(wild))).contains(wild);
    }

    @RepeatedTest(20)
    default void ofManySimultaneousAccountsWithOneAddressExactlyOneIsAdded() {
        UserStore store = store();
        Email address = People.someone().email();
        List<User> people = people(someone -> with(someone, address));

        List<AddResult> results = Race.of(64, number -> store.add(people.get(number)));

        assertThat(results).containsOnlyOnce(AddResult.ADDED);
        assertThat(Collections.frequency(results, AddResult.EMAIL_TAKEN)).isEqualTo(63);
        User winner = people.get(results.indexOf(AddResult.ADDED));
        assertThat(store.findByEmail(address)).contains(winner);
        assertThat(people.stream().filter(each -> store.find(each.id()).isPresent()))
                .containsExactly(winner);
        assertThat(people.stream()
                        .filter(each -> store.findByUsername(username(each)).isPresent()))
                .containsExactly(winner);
    }

    @RepeatedTest(20)
    default void ofManySimultaneousAccountsWithOneUsernameInDifferentCaseExactlyOneIsAdded() {
        UserStore store = store();
        Username lower = new Username("irving." + People.unique());
        List<User> people = Stream.generate(People::someone)
                .limit(32)
                .flatMap(someone -> Stream.of(with(someone, lower), with(People.someone(), upperCase(lower))))
                .toList();

        List<AddResult> results = Race.of(64, number -> store.add(people.get(number)));

        assertThat(results).containsOnlyOnce(AddResult.ADDED);
        assertThat(Collections.frequency(results, AddResult.USERNAME_TAKEN)).isEqualTo(63);
        User winner = people.get(results.indexOf(AddResult.ADDED));
        assertThat(store.findByUsername(lower)).contains(winner);
        assertThat(people.stream()
                        .filter(each -> store.findByEmail(each.email()).isPresent()))
                .containsExactly(winner);
    }

    @RepeatedTest(20)
    default void ofManySimultaneousAccountsWithOneAddressAndOneUsernameExactlyOneIsAdded() {
        UserStore store = store();
        User wanted = People.someone();
        List<User> people = people(someone -> with(with(someone, wanted.email()), username(wanted)));

        List<AddResult> results = Race.of(64, number -> store.add(people.get(number)));

        assertThat(results).containsOnlyOnce(AddResult.ADDED);
        User winner = people.get(results.indexOf(AddResult.ADDED));
        assertThat(store.findByEmail(wanted.email())).contains(winner);
        assertThat(store.findByUsername(username(wanted))).contains(winner);
    }

    @Test
    default void aReplacementMayNotTakeAnothersAddress() {
        UserStore store = store();
        User other = People.someone();
        User someone = People.someone();
        Username wished = username(People.someone());
        store.add(other);
        store.add(someone);

        ReplaceResult result = store.replace(someone, next(with(with(someone, other.email()), wished)));

        assertThat(result).isEqualTo(ReplaceResult.EMAIL_TAKEN);
        assertThat(store.find(someone.id())).contains(someone);
        assertThat(store.findByEmail(someone.email())).contains(someone);
        assertThat(store.findByUsername(username(someone))).contains(someone);
        assertThat(store.findByEmail(other.email())).contains(other);
        assertThat(store.add(with(People.someone(), wished))).isEqualTo(AddResult.ADDED);
    }

    @Test
    default void aReplacementMayNotTakeAnothersUsernameInAnyCase() {
        UserStore store = store();
        User other = People.someone();
        User someone = People.someone();
        Email wished = People.someone().email();
        store.add(other);
        store.add(someone);

        ReplaceResult result = store.replace(someone, next(with(with(someone, upperCase(username(other))), wished)));

        assertThat(result).isEqualTo(ReplaceResult.USERNAME_TAKEN);
        assertThat(store.find(someone.id())).contains(someone);
        assertThat(store.findByEmail(someone.email())).contains(someone);
        assertThat(store.findByUsername(username(someone))).contains(someone);
        assertThat(store.findByUsername(username(other))).contains(other);
        assertThat(store.add(with(People.someone(), wished))).isEqualTo(AddResult.ADDED);
    }

    @RepeatedTest(5)
    default void ofManyAccountsThatWishForOneAddressExactlyOneGetsIt() {
        UserStore store = store();
        Email wished = People.someone().email();
        List<User> people = people(someone -> someone);
        people.forEach(store::add);

        List<ReplaceResult> results = Race.of(64, number -> {
            User mine = people.get(number);
            return store.replace(mine, next(with(mine, wished)));
        });

        assertThat(results).containsOnlyOnce(ReplaceResult.REPLACED);
        assertThat(Collections.frequency(results, ReplaceResult.EMAIL_TAKEN)).isEqualTo(63);
        User winner = people.get(results.indexOf(ReplaceResult.REPLACED));
        assertThat(store.findByEmail(wished)).contains(next(with(winner, wished)));
        assertThat(people.stream()
                        .filter(each -> store.findByEmail(each.email()).isEmpty()))
                .containsExactly(winner);
    }

    @RepeatedTest(5)
    default void ofManyAccountsThatWishForOneUsernameExactlyOneGetsIt() {
        UserStore store = store();
        Username wished = username(People.someone());
        List<User> people = people(someone -> someone);
        people.forEach(store::add);

        List<ReplaceResult> results = Race.of(64, number -> {
            User mine = people.get(number);
            return store.replace(mine, next(with(mine, number % 2 == 0 ? wished : upperCase(wished))));
        });

        assertThat(results).containsOnlyOnce(ReplaceResult.REPLACED);
        assertThat(Collections.frequency(results, ReplaceResult.USERNAME_TAKEN)).isEqualTo(63);
        User winner = people.get(results.indexOf(ReplaceResult.REPLACED));
        assertThat(store.findByUsername(wished).map(User::id)).contains(winner.id());
        assertThat(people.stream()
                        .filter(each -> store.findByUsername(username(each)).isEmpty()))
                .containsExactly(winner);
    }

    @Test
    default void whatAnAccountGaveUpIsFree() {
        UserStore store = store();
        User someone = People.someone();
        User changed = next(with(with(someone, People.someone().email()), username(People.someone())));
        User heir = with(with(People.someone(), someone.email()), username(someone));
        store.add(someone);
        store.replace(someone, changed);

        assertThat(store.findByEmail(someone.email())).isEmpty();
        assertThat(store.findByUsername(username(someone))).isEmpty();
        assertThat(store.add(heir)).isEqualTo(AddResult.ADDED);
        assertThat(store.findByEmail(someone.email())).contains(heir);
        assertThat(store.findByEmail(changed.email())).contains(changed);
    }

    @Test
    default void anAccountMayKeepWhatIsItsOwn() {
        UserStore store = store();
        User someone = People.someone();
        store.add(someone);

        ReplaceResult result = store.replace(someone, next(someone));

        assertThat(result).isEqualTo(ReplaceResult.REPLACED);
        assertThat(store.findByEmail(someone.email())).contains(next(someone));
    }

    @Test
    default void anAccountMayWriteItsUsernameInAnotherCase() {
        UserStore store = store();
        User someone = People.someone();
        User shouting = next(with(someone, upperCase(username(someone))));
        store.add(someone);

        ReplaceResult result = store.replace(someone, shouting);

        assertThat(result).isEqualTo(ReplaceResult.REPLACED);
        assertThat(store.findByUsername(username(someone))).contains(shouting);
    }

    @Test
    default void anAccountThatIsDeletedKeepsWhatIsItsOwn() {
        UserStore store = store();
        User someone = People.someone();
        User deleted = someone.deleted(People.NOON.plusMillis(5));
        store.add(someone);
        store.replace(someone, deleted);

        AddResult result = store.add(with(People.someone(), someone.email()));

        assertThat(result).isEqualTo(AddResult.EMAIL_TAKEN);
        assertThat(store.findByEmail(someone.email())).contains(deleted);
    }

    private static List<User> people(UnaryOperator<User> change) {
        return Stream.generate(People::someone).limit(64).map(change).toList();
    }

    private static Username upperCase(Username username) {
        return new Username(username.value().toUpperCase(Locale.ROOT));
    }
}
