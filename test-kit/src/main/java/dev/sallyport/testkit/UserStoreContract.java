package dev.sallyport.testkit;

import static dev.sallyport.testkit.Accounts.with;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sallyport.domain.user.DisplayName;
import dev.sallyport.domain.user.Metadata;
import dev.sallyport.domain.user.Profile;
import dev.sallyport.domain.user.Suspension;
import dev.sallyport.domain.user.User;
import dev.sallyport.domain.user.UserId;
import dev.sallyport.domain.user.UserStatus;
import dev.sallyport.domain.user.UserStore;
import dev.sallyport.domain.user.UserStore.AddResult;
import dev.sallyport.domain.user.Username;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What every {@link UserStore} promises, apart from lists: {@link UserListContract} has those. The store may be shared with others: the
 * contract brings people nobody has met.
 */
public interface UserStoreContract extends UserUniquenessContract, UserReplacementContract {

    @Override
    UserStore store();

    @Test
    default void anAccountIsFoundByIdByAddressAndByUsername() {
        UserStore store = store();
        User someone = People.someone();

        AddResult result = store.add(someone);

        assertThat(result).isEqualTo(AddResult.ADDED);
        assertThat(store.find(someone.id())).contains(someone);
        assertThat(store.findByEmail(someone.email())).contains(someone);
        assertThat(store.findByUsername(Accounts.username(someone))).contains(someone);
    }

    @Test
    default void whoWasNeverAddedIsNotFound() {
        UserStore store = store();
        User stranger = People.someone();

        assertThat(store.find(stranger.id())).isEmpty();
        assertThat(store.findByEmail(stranger.email())).isEmpty();
        assertThat(store.findByUsername(Accounts.username(stranger))).isEmpty();
    }

    @Test
    default void aUsernameIsFoundInAnyCaseAndShownAsTyped() {
        UserStore store = store();
        String typed = "Irving.I-" + People.unique();
        User irving = with(People.someone(), new Username(typed));
        store.add(irving);

        assertThat(store.findByUsername(new Username(typed.toLowerCase(Locale.ROOT))))
                .contains(irving);
        assertThat(store.findByUsername(new Username(typed.toUpperCase(Locale.ROOT))))
                .contains(irving);
    }

    @Test
    default void everyFieldComesBack() {
        UserStore store = store();
        User full = Accounts.full();

        store.add(full);

        assertThat(store.find(full.id())).contains(full);
        assertThat(store.findByEmail(full.email())).contains(full);
    }

    @Test
    default void whatWasLeftOutIsLeftOut() {
        UserStore store = store();
        User bare = with(People.someone(), new Profile(null, null, Metadata.EMPTY));

        store.add(bare);

        assertThat(store.find(bare.id())).contains(bare);
    }

    @Test
    default void textOfTheGreatestLengthComesBack() {
        UserStore store = store();
        User longest = Accounts.longest();

        store.add(longest);

        assertThat(store.findByEmail(longest.email())).contains(longest);
    }

    @ParameterizedTest
    @EnumSource
    default void everyStatusComesBack(UserStatus status) {
        UserStore store = store();
        User someone = with(People.someone(), status);

        store.add(someone);

        assertThat(store.find(someone.id())).contains(someone);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1970-01-01T00:00:00Z",
                "2026-11-21T12:00:00.001Z",
                "2026-11-21T12:00:00.999Z",
                "2026-10-25T01:30:00.500Z",
                "2038-01-19T03:14:08.010Z",
                "9999-12-31T23:59:59.999Z"
            })
    default void instantsComeBackToTheMillisecond(Instant at) {
        UserStore store = store();
        User someone = Accounts.at(People.someone(), at);

        store.add(someone);

        assertThat(store.find(someone.id())).contains(someone);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Ærøskøbing Łódź ß",
                "Αλέξανδρος",
                "Софья Ковалевская",
                "محمد بن موسى الخوارزمي",
                "עדה לאבלייס",
                "आर्यभट",
                "祖沖之 とし子 김연아",
                "𠮷野家 𝒜𝒹𝒶",
                "👩🏽‍🚀 👨‍👩‍👧‍👦 🇳🇴",
                "q\u0323\u0307 Z\u0351\u036B\u033E",
                "O'Brien \"; DROP TABLE users; -- \\ % _ $set {a:1} <b>"
            })
    default void displayNamesComeBackCodePointByCodePoint(String name) {
        UserStore store = store();
        User someone = with(People.someone(), new DisplayName(name));

        store.add(someone);

        assertThat(store.find(someone.id())).contains(someone);
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "Ελλιπής \"λόγος\", 😀", " '; DROP TABLE users; -- \\ % _ $set {a:1} "})
    default void suspensionsComeBackAsTheyWereWritten(String reason) {
        UserStore store = store();
        User forAWhile = People.someone().suspended(new Suspension(reason, People.NOON.plusMillis(1)), People.NOON);
        User forGood = People.someone().suspended(new Suspension(reason, null), People.NOON);

        store.add(forAWhile);
        store.add(forGood);

        assertThat(store.find(forAWhile.id())).contains(forAWhile);
        assertThat(store.find(forGood.id())).contains(forGood);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{ \"b\" : 1,\n\t\"a\" : 1.00 }",
                "{\"twice\":1,\"twice\":2}",
                "{\"nul\":\"\\u0000\",\"lone\":\"\\ud800\",\"slash\":\"\\/\"}",
                "{\"$where\":{\"a.b\":[null,true,1e400,-0]},\"\":\"\"}",
                "{\"émoji 😀\":\"𝒜 e\u0301 \u2028\"}"
            })
    default void metadataComesBackAsItWasWritten(String json) {
        UserStore store = store();
        User someone = with(People.someone(), new Metadata(json));

        store.add(someone);

        assertThat(store.find(someone.id())).contains(someone);
    }

    @RepeatedTest(5)
    default void whatACallWroteIsSeenByEveryLaterCall() {
        UserStore store = store();

        List<Boolean> seen = Race.of(64, number -> {
            User mine = People.someone();
            store.add(mine);
            return store.find(mine.id()).isPresent()
                    && store.findByEmail(mine.email()).isPresent()
                    && store.findByUsername(Accounts.username(mine)).isPresent();
        });

        assertThat(seen).containsOnly(true);
    }

    @Test
    default void aSignInIsNotedAndTouchesNothingElse() {
        UserStore store = store();
        User someone = People.someone();
        Instant at = People.NOON.plusMillis(1);
        store.add(someone);

        store.recordSignIn(someone.id(), at);

        assertThat(store.find(someone.id())).contains(someone.signedInAt(at));
    }

    @Test
    default void theLatestSignInStaysInWhateverOrderTheyArrive() {
        UserStore store = store();
        User someone = People.someone();
        Instant latest = People.NOON.plusMillis(2);
        store.add(someone);

        store.recordSignIn(someone.id(), latest.minusMillis(1));
        store.recordSignIn(someone.id(), latest);
        store.recordSignIn(someone.id(), latest.minusMillis(2));

        assertThat(store.find(someone.id())).contains(someone.signedInAt(latest));
    }

    @RepeatedTest(5)
    default void ofManySimultaneousSignInsTheLatestStays() {
        UserStore store = store();
        User someone = People.someone();
        Instant latest = People.NOON.plusMillis(64);
        store.add(someone);

        Race.run(64, number -> store.recordSignIn(someone.id(), latest.minusMillis(number)));

        assertThat(store.find(someone.id())).contains(someone.signedInAt(latest));
    }

    @Test
    default void aSignInOfNobodyDoesNothing() {
        UserStore store = store();
        UserId nobody = People.someone().id();

        store.recordSignIn(nobody, People.NOON);

        assertThat(store.find(nobody)).isEmpty();
    }
}
