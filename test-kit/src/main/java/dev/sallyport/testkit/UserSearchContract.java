package dev.sallyport.testkit;

import static dev.sallyport.testkit.Accounts.next;
import static dev.sallyport.testkit.Accounts.role;
import static dev.sallyport.testkit.Accounts.someone;
import static dev.sallyport.testkit.Accounts.with;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sallyport.domain.role.RoleName;
import dev.sallyport.domain.user.DisplayName;
import dev.sallyport.domain.user.Email;
import dev.sallyport.domain.user.Metadata;
import dev.sallyport.domain.user.Profile;
import dev.sallyport.domain.user.SearchPrefix;
import dev.sallyport.domain.user.User;
import dev.sallyport.domain.user.UserFilter;
import dev.sallyport.domain.user.UserId;
import dev.sallyport.domain.user.UserStore;
import dev.sallyport.domain.user.Username;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The part of {@link UserListContract} by which accounts are found by what one of their names begins with. */
public interface UserSearchContract {

    UserStore store();

    @Test
    default void anAccountIsFoundByWhatEachOfItsNamesBeginsWith() {
        String unique = People.unique();
        User byEmail = with(People.someone(), new Email(unique + ".a@example.org"));
        User byUsername = with(People.someone(), new Username(unique + ".B"));
        User byDisplayName = called(role(), unique + " Ç");
        add(byEmail, byUsername, byDisplayName, People.someone());

        assertFound(search(null, unique), byEmail, byUsername, byDisplayName);
        assertFound(search(null, unique + ".A@EXAMPLE.O"), byEmail);
        assertFound(search(null, unique + ".b"), byUsername);
        assertFound(search(null, unique + " ç"), byDisplayName);
    }

    @Test
    default void anAccountAllOfWhoseNamesBeginSoIsFoundOnce() {
        String unique = People.unique();
        User ada = People.person(unique + "@example.org", unique, unique);
        add(ada);

        assertFound(search(null, unique), ada);
    }

    @Test
    default void anAccountWithoutOtherNamesIsFoundByItsAddress() {
        RoleName role = role();
        User bare = with(someone(role), new Profile(null, null, Metadata.EMPTY));
        add(bare);

        assertFound(search(role, "someone."), bare);
        assertFound(search(role, "null"));
    }

    @Test
    default void aNameIsFoundWholeButNotByMoreNorFromItsMiddle() {
        RoleName role = role();
        User ada = called(role, "Ada Lovelace");
        add(ada);

        assertFound(search(role, "Ada Lovelace"), ada);
        assertFound(search(role, "Ada Lovelaces"));
        assertFound(search(role, "Lovelace"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Ada | aDA",
                "Ærøskøbing | ÆRØSKØ",
                "Straße der Ärzte | STRASSE DER Ä",
                "STRASSE | straß",
                "Σίσυφος | ΣΊΣ",
                "ΣΊΣΥΦΟΣ | σίσυφος",
                "Софья Ковалевская | СОФЬ",
                "Émilie | e\u0301MI",
                "İzmir | i\u0307Z",
                "𐐀𐐁𐐂 | 𐐨𐐩",
                "ﬃ | FF",
                "祖沖之 とし子 | 祖沖之 と",
                "김연아 | 김",
                "עדה לאבלייס | עדה",
                "عُمَر الخيّام | عُم",
                "👩🏽‍🚀 Ada | 👩🏽"
            })
    default void aNameIsFoundInAnyCaseAndScript(String name, String typed) {
        RoleName role = role();
        User someone = called(role, name);
        add(someone, called(role, "Zuse"));

        assertFound(search(role, typed), someone);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Émilie | Emilie",
                "Emilie | Émilie",
                "Łódź | Lódz",
                "ø | o",
                "か | カ",
                "Ａda | Ada",
                "𝒜da | Ada",
                "Ada | A\u00ADda",
                "Ada | A\u200Dda",
                "AdaB | Ada B",
                "Ada B | AdaB",
                "AdaB | Ada-B",
                "١ | 1",
                "е | e",
                "😀 | 😃"
            })
    default void aNameIsNotFoundByOneThatOnlyLooksLikeIt(String name, String lookalike) {
        RoleName role = role();
        User someone = called(role, name);
        add(someone, called(role, lookalike));

        assertFound(search(role, name), someone);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "%",
                "_",
                "*",
                "?",
                "[",
                "[a-z]",
                "\\",
                "\\%",
                "\\\\",
                "'",
                "''",
                "\"",
                "^",
                "$",
                ".",
                ".*",
                "(",
                "{1}",
                "|",
                "+",
                "#",
                "!",
                "~",
                "\\E",
                "\\Q",
                "' OR '1'='1",
                "$ne",
                "${x}",
                "{{x}}",
                ":x",
                "--",
                "/*"
            })
    default void whatElsewhereIsAPatternStandsForItself(String text) {
        RoleName role = role();
        User within = called(role, "a" + text + "b");
        User atTheBeginning = called(role, text + "b");
        add(within, atTheBeginning, called(role, "aab"), called(role, "ab"));

        assertFound(search(role, "a" + text), within);
        assertFound(search(role, text), atTheBeginning);
    }

    @Test
    default void inAddressesAndUsernamesPatternsStandForThemselvesToo() {
        RoleName role = role();
        String unique = People.unique();
        User percent = with(someone(role), new Email(unique + "%a@example.org"));
        User underscore = with(someone(role), new Username(unique + "_a"));
        add(
                percent,
                underscore,
                with(someone(role), new Email(unique + "xa@example.org")),
                with(someone(role), new Username(unique + "xa")));

        assertFound(search(role, unique + "%"), percent);
        assertFound(search(role, unique + "_"), underscore);
    }

    @Test
    default void aNameIsFoundHoweverHighTheCharacterThatFollows() {
        RoleName role = role();
        User[] everybody = Stream.of("", " b", "z", "祖", "\uF8FF", "\uFFFD", "𝒜", "\uDBFF\uDFFD")
                .map(end -> called(role, "Ada" + end))
                .toArray(User[]::new);
        add(everybody);
        add(called(role, "Adb"));

        assertFound(search(role, "ada"), everybody);
    }

    @ParameterizedTest
    @ValueSource(strings = {"z", "é", "\uD7FB", "\uF8FF", "\uFFFD", "𝒜", "\uD83C\uDFFF", "\uDBFF\uDFFD"})
    default void aPrefixMayEndInAnyCharacter(String end) {
        RoleName role = role();
        User ada = called(role, "Ada" + end);
        User more = called(role, "Ada" + end + "a");
        add(ada, more, called(role, "Ada"), called(role, "Ada!"), called(role, "Adb"));

        assertFound(search(role, "ada" + end), ada, more);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\uD7FF", "\uFFFF", "\uD83F\uDFFF", "\uDBFF\uDFFF", "\u202E"})
    default void aPrefixThatNoNameCanHaveFindsNobody(String end) {
        RoleName role = role();
        add(called(role, "Ada"), called(role, "Ada 😀"), called(role, "Adb"));

        assertFound(search(role, "ada" + end));
        assertFound(search(role, end));
    }

    @Test
    default void theLongestNamesAreFoundByTheLongestPrefixes() {
        RoleName role = role();
        User longest = with(Accounts.longest(), role);
        User longestKey = called(role, "ﬃ".repeat(DisplayName.MAX_LENGTH));
        add(longest, longestKey);

        assertFound(search(role, longest.email().value()), longest);
        assertFound(search(role, "😀".repeat(DisplayName.MAX_LENGTH)), longest);
        assertFound(search(role, "ffi".repeat(84) + "ff"), longestKey);
        assertFound(search(role, "ffi".repeat(84) + "fi"));
    }

    @Test
    default void anAccountIsFoundByTheNamesItHasNow() {
        RoleName role = role();
        String unique = People.unique();
        User before =
                with(with(called(role, "Ada " + unique), new Username(unique)), new Email(unique + "@example.org"));
        User after = next(with(called(role, "Countess"), before.id()));
        add(before);

        store().replace(before, after);

        assertFound(search(role, "ada"));
        assertFound(search(role, unique));
        assertFound(search(role, "countess"), after);
        assertFound(search(role, after.email().value()), after);
        assertFound(search(role, Accounts.username(after).value()), after);
    }

    @Test
    default void aSearchShowsTheNewestHoweverTheyAreFound() {
        RoleName role = role();
        List<User> found = byTurns(role, 7);
        add(found.toArray(User[]::new));

        List<User> listed = store().list(search(role, "gra"), 4);

        assertThat(listed).containsExactlyElementsOf(inOrder(found).subList(0, 4));
    }

    @Test
    default void aWalkThroughWhatWasFoundSeesEveryAccountOnce() {
        RoleName role = role();
        List<User> found = byTurns(role, 13);
        add(found.toArray(User[]::new));
        add(called(role, "Ada"), called(role, "Zuse"));
        UserFilter search = search(role, "gra");

        List<User> seen = Pages.walk(store().list(search, 2), last -> store().list(search.below(last.id()), 2));

        assertThat(seen).containsExactlyElementsOf(inOrder(found));
    }

    private void add(User... users) {
        List.of(users).forEach(store()::add);
    }

    private void assertFound(UserFilter search, User... expected) {
        assertThat(store().list(search, 10)).containsExactlyElementsOf(inOrder(List.of(expected)));
        assertThat(store().count(search)).isEqualTo(expected.length);
    }

    private static UserFilter search(@Nullable RoleName role, String typed) {
        return new UserFilter(role, null, SearchPrefix.parse(typed).orElseThrow(), null, null);
    }

    private static User called(RoleName role, String displayName) {
        return with(someone(role), new DisplayName(displayName));
    }

    /** Accounts that begin with {@code gra} by their address, their username, their display name, or all of these. Each is a millisecond younger than the one before, so that their order is not chance. */
    private static List<User> byTurns(RoleName role, int count) {
        return IntStream.range(0, count)
                .mapToObj(number ->
                        with(byTurn(role, number), UserId.next(People.NOON.plusMillis(number), People.RANDOM)))
                .toList();
    }

    private static User byTurn(RoleName role, int number) {
        String unique = "Gra" + People.unique();
        User all = with(People.person(unique.toLowerCase(Locale.ROOT) + "@example.org", unique, unique), role);
        return switch (number % 4) {
            case 0 -> with(someone(role), all.email());
            case 1 -> with(someone(role), Accounts.username(all));
            case 2 -> called(role, unique);
            default -> all;
        };
    }

    private static List<User> inOrder(List<User> users) {
        return users.stream().sorted(Accounts.NEWEST_FIRST).toList();
    }
}
