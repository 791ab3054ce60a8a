package dev.sallyport.adapters.sql.user;

import static java.util.Comparator.comparing;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sallyport.adapters.sql.Clause;
import dev.sallyport.adapters.sql.Planner;
import dev.sallyport.adapters.sql.SqlDatabase;
import dev.sallyport.domain.role.RoleAssignment;
import dev.sallyport.domain.role.RoleName;
import dev.sallyport.domain.user.SearchPrefix;
import dev.sallyport.domain.user.User;
import dev.sallyport.domain.user.UserFilter;
import dev.sallyport.domain.user.UserId;
import dev.sallyport.domain.user.UserStatus;
import dev.sallyport.testkit.People;
import dev.sallyport.testkit.backend.OnBackend;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What each database plans to do for a list: look up in an index, and never go through all accounts. */
final class UserSelectionTest {

    @Nested
    @OnBackend("H2")
    class OnH2 extends Plans {

        OnH2() {
            super(Planner.H2);
        }
    }

    @Nested
    @OnBackend("SQLite")
    class OnSqlite extends Plans {

        OnSqlite() {
            super(Planner.SQLITE);
        }
    }

    @Nested
    @OnBackend("PostgreSQL")
    class OnPostgres extends Plans {

        OnPostgres() {
            super(Planner.POSTGRESQL);
        }
    }

    @Nested
    @OnBackend("MariaDB")
    class OnMariaDb extends Plans {

        OnMariaDb() {
            super(Planner.MARIADB);
        }
    }

    @Nested
    @OnBackend("MySQL")
    class OnMySql extends Plans {

        OnMySql() {
            super(Planner.MYSQL);
        }
    }

    /** Half of the people are deleted, all those in the middle, where a planner expects every other one to be active. */
    @TestInstance(TestInstance.Lifecycle.PER_CLASS)
    abstract static class Plans {

        private static final int PEOPLE = 2000;

        /** For more, PostgreSQL would rather read so small a table whole than look up each id. */
        private static final int PAGE = 5;

        private static final List<UserId> IDS = Stream.generate(() -> UserId.next(People.NOON, People.RANDOM))
                .limit(PEOPLE)
                .sorted(comparing(UserId::toString))
                .toList();
        private static final UserFilter BELOW_THE_DELETED = UserFilter.ALL.below(IDS.get(PEOPLE * 3 / 4));
        private static final UserFilter ADA = new UserFilter(null, null, new SearchPrefix("ada"), null, null);

        private final Planner planner;
        private final Pattern wholeTable;

        @SuppressWarnings("NullAway.Init") // Opened before the first test
        private SqlDatabase database;

        Plans(Planner planner) {
            this.planner = planner;
            this.wholeTable = planner.wholeTable("users");
        }

        @BeforeAll
        void fill(@TempDir Path folder) {
            database = SqlDatabase.fresh(planner.backend(), folder);
            database.get(SqlUserStore.class)
                    .restore(IntStream.range(0, PEOPLE).mapToObj(Plans::person).toList());
            planner.analyze(database, "users");
        }

        @AfterAll
        void close() {
            database.close();
        }

        static List<UserFilter> listsByStatus() {
            return List.of(
                    UserFilter.ALL,
                    UserFilter.ALL.with(UserStatus.ACTIVE),
                    UserFilter.ALL.with(UserStatus.SUSPENDED),
                    UserFilter.ALL.with(UserStatus.DELETED),
                    BELOW_THE_DELETED,
                    BELOW_THE_DELETED.with(UserStatus.ACTIVE));
        }

        @ParameterizedTest
        @MethodSource
        void listsByStatus(UserFilter filter) {
            String plan = plan(selection().page(filter, PAGE));

            assertThat(plan).contains("users_by_status").doesNotContainPattern(wholeTable);
        }

        static List<UserFilter> listsByRole() {
            return List.of(
                    UserFilter.having(RoleName.MODERATOR),
                    UserFilter.having(RoleName.USER),
                    UserFilter.having(RoleName.USER).with(UserStatus.ACTIVE).below(IDS.get(PEOPLE * 3 / 4)));
        }

        @ParameterizedTest
        @MethodSource
        void listsByRole(UserFilter filter) {
            String plan = plan(selection().page(filter, PAGE));

            assertThat(plan).contains("users_by_role").doesNotContainPattern(wholeTable);
        }

        static List<UserFilter> listsByPrefix() {
            return List.of(
                    ADA,
                    ADA.with(UserStatus.ACTIVE),
                    ADA.below(IDS.getLast()),
                    new UserFilter(RoleName.USER, null, new SearchPrefix("ada"), IDS.getFirst(), null));
        }

        @ParameterizedTest
        @MethodSource
        void listsByPrefix(UserFilter filter) {
            String plan = plan(selection().named(new SearchPrefix("ada"), filter, 200, PAGE));

            assertThat(plan)
                    .contains("users_by_display_name")
                    .doesNotContain("users_by_status", "users_by_role")
                    .doesNotContainPattern(wholeTable);
        }

        @Test
        void whoIsSearchedForAlongTheListIsNotLookedUpByName() {
            UserFilter everybody = new UserFilter(null, null, new SearchPrefix("someone"), null, IDS.getLast());
            UserFilter moderators = new UserFilter(RoleName.MODERATOR, null, new SearchPrefix("someone"), null, null);

            assertThat(plan(selection().page(everybody, PAGE)))
                    .contains("users_by_status")
                    .doesNotContain("users_email", "users_username_key", "users_by_display_name")
                    .doesNotContainPattern(wholeTable);
            assertThat(plan(selection().page(moderators, PAGE)))
                    .contains("users_by_role")
                    .doesNotContain("users_email", "users_username_key", "users_by_display_name")
                    .doesNotContainPattern(wholeTable);
        }

        @Test
        void howFarASearchGoesAlongTheListIsReadFromItsIndex() {
            assertThat(plan(selection().idAt(UserFilter.ALL, 50)))
                    .contains("users_by_status")
                    .doesNotContainPattern(wholeTable);
        }

        @Test
        void countsGoThroughWhatTheyCount() {
            assertThat(plan(selection().count(UserFilter.having(RoleName.MODERATOR))))
                    .contains("users_by_role")
                    .doesNotContainPattern(wholeTable);
            assertThat(plan(selection().count(ADA)))
                    .contains("users_by_display_name")
                    .doesNotContainPattern(wholeTable);
        }

        @Test
        void thePurgeFindsThoseWhoWereDeletedFirst() {
            String sql = UserRows.DELETED_BEFORE.replaceAll(":\\w+", "?");

            assertThat(plan(Clause.of(sql, People.NOON.toEpochMilli(), PAGE)))
                    .contains("users_by_deletion")
                    .doesNotContainPattern(wholeTable);
        }

        @Test
        void aStatementThatGoesThroughTheWholeTableWouldBeNoticed() {
            assertThat(plan(Clause.of("SELECT * FROM users WHERE display_name = ? ORDER BY id", "Ada")))
                    .containsPattern(wholeTable);
        }

        private UserSelection selection() {
            return new UserSelection(planner.dialect());
        }

        private String plan(Clause clause) {
            return planner.plan(database, clause);
        }

        private static User person(int number) {
            User someone = People.someone();
            User person = User.register(
                    IDS.get(number),
                    someone.email(),
                    someone.profile(),
                    someone.credentials().passwordHash(),
                    role(number),
                    People.NOON);
            return number > PEOPLE / 4 && number < PEOPLE * 3 / 4 ? person.deleted(People.NOON) : person;
        }

        private static RoleAssignment role(int number) {
            return RoleAssignment.global(number % 100 == 0 ? RoleName.MODERATOR : RoleName.USER);
        }
    }
}
