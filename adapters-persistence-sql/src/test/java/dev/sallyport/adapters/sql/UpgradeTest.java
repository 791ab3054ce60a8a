package dev.sallyport.adapters.sql;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.sallyport.adapters.sql.audit.SqlAuditStore;
import dev.sallyport.adapters.sql.token.SqlSessionStore;
import dev.sallyport.adapters.sql.user.SqlUserStore;
import dev.sallyport.domain.audit.AuditEvent;
import dev.sallyport.domain.audit.AuditEventId;
import dev.sallyport.domain.audit.AuditFilter;
import dev.sallyport.domain.audit.AuditLink;
import dev.sallyport.domain.audit.AuditRecord;
import dev.sallyport.domain.audit.AuditType;
import dev.sallyport.domain.token.Session;
import dev.sallyport.domain.token.SessionPolicy;
import dev.sallyport.domain.user.DisplayName;
import dev.sallyport.domain.user.SearchPrefix;
import dev.sallyport.domain.user.User;
import dev.sallyport.domain.user.UserFilter;
import dev.sallyport.domain.user.Username;
import dev.sallyport.testkit.People;
import dev.sallyport.testkit.backend.OnBackend;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A database that the first version made and filled. */
final class UpgradeTest {

    private static final User ADA = People.ada();

    @Nested
    @OnBackend("H2")
    class OnH2 extends UpgradeInSteps {

        OnH2() {
            super("H2", "DELETE FROM \"flyway_schema_history\" WHERE \"version\" > 1");
        }

        @Test
        void sessionsThatEndLikeTheirOwnersStayAndOthersGo() {
            Session like = Session.start(ADA, People.LAPTOP, SessionPolicy.DEFAULT, People.NOON, People.RANDOM);
            Session unlike = Session.start(ADA, People.PHONE, SessionPolicy.DEFAULT, People.NOON, People.RANDOM);
            try (SqlDatabase old = ofTheFirstVersion()) {
                old.get(SqlSessionStore.class).restore(List.of(like, unlike));
                old.execute("UPDATE sessions SET id = LEFT(id, 33) || 'xyz' WHERE id = '" + unlike.id() + "'");
            }

            try (SqlDatabase upgraded = SqlDatabase.at(url())) {
                assertThat(upgraded.get(SqlSessionStore.class).after("")).containsExactly(like);
            }
        }
    }

    @Nested
    @OnBackend("SQLite")
    class OnSqlite extends Upgrade {

        OnSqlite() {
            super("SQLite");
        }
    }

    @Nested
    @OnBackend("PostgreSQL")
    class OnPostgres extends Upgrade {

        OnPostgres() {
            super("PostgreSQL");
        }
    }

    @Nested
    @OnBackend("MariaDB")
    class OnMariaDb extends UpgradeInSteps {

        OnMariaDb() {
            super("MariaDB", "DELETE FROM flyway_schema_history WHERE version > 1");
        }
    }

    @Nested
    @OnBackend("MySQL")
    class OnMySql extends UpgradeInSteps {

        OnMySql() {
            super("MySQL", "DELETE FROM flyway_schema_history WHERE version > 1");
        }
    }

    abstract static class Upgrade {

        private static final int MORE_THAN_ARE_CHANGED_AT_ONCE = 1001;

        private final String backend;

        @TempDir
        private Path folder;

        private @Nullable String url;

        Upgrade(String backend) {
            this.backend = backend;
        }

        final String url() {
            if (url == null) {
                url = SqlDatabase.freshUrl(backend, folder);
            }
            return url;
        }

        final SqlDatabase ofTheFirstVersion() {
            return SqlDatabase.at(url(), Map.of("flyway.datasources.accounts.target", "1"));
        }

        @Test
        void peopleStayAndAreFoundByTheirDisplayNames() {
            User ecke = People.person("ecke@example.org", "ecke", "Große Straße");
            List<User> many = Stream.generate(People::someone)
                    .limit(MORE_THAN_ARE_CHANGED_AT_ONCE)
                    .toList();
            try (SqlDatabase old = ofTheFirstVersion()) {
                old.execute(insert(List.of(People.alan(), ecke)));
                old.execute(insert(many));
            }

            try (SqlDatabase upgraded = SqlDatabase.at(url())) {
                SqlUserStore users = upgraded.get(SqlUserStore.class);

                assertThat(users.after("")).contains(ecke).containsAll(many);
                assertThat(users.list(called("grosse str"), 10)).containsExactly(ecke);
                assertThat(users.count(called("someone "))).isEqualTo(MORE_THAN_ARE_CHANGED_AT_ONCE);
                assertThat(users.count(UserFilter.ALL)).isEqualTo(many.size() + 2);
            }
        }

        @Test
        void eventsStayAndAreChainsOfTheirOwnThatProveNothing() {
            AuditEvent event = new AuditEvent(
                    AuditEventId.next(People.NOON, People.RANDOM),
                    People.NOON,
                    AuditType.PROFILE_CHANGED,
                    null,
                    ADA.id(),
                    null,
                    People.LAPTOP,
                    Map.of("n", "1"));
            AuditRecord record = new AuditRecord(event, AuditLink.unsealed(event.id()));
            try (SqlDatabase old = ofTheFirstVersion()) {
                old.execute(insert(event));
            }

            try (SqlDatabase upgraded = SqlDatabase.at(url())) {
                SqlAuditStore store = upgraded.get(SqlAuditStore.class);

                assertThat(store.list(AuditFilter.about(ADA.id()), 10)).containsExactly(record);
                assertThat(store.chainAfter(null)).contains(record.link().chain());
            }
        }

        private static String insert(AuditEvent event) {
            return """
                    INSERT INTO audit_events (id, happened_at, event_type, subject_id, address, network, user_agent, request_id, details)
                    VALUES ('%s', %d, '%s', '%s', '%s', '%s', '%s', '%s', '{"n":"1"}')
                    """.formatted(
                            event.id(),
                            event.at().toEpochMilli(),
                            event.type().code(),
                            event.subject(),
                            event.origin().address().text(),
                            event.origin().address().network(),
                            event.origin().userAgent(),
                            event.origin().requestId());
        }

        private static UserFilter called(String prefix) {
            return new UserFilter(null, null, new SearchPrefix(prefix), null, null);
        }

        static String insert(List<User> people) {
            String into = """
                    INSERT INTO users (id, email, email_verified, username, username_key, display_name, metadata, password_hash,
                        credentials_version, role_name, role_scope, status, version, created_at, updated_at)
                    VALUES
                    """;
            return people.stream().map(Upgrade::row).collect(joining(", ", into, ""));
        }

        private static String row(User user) {
            Username username = user.profile().username();
            DisplayName displayName = user.profile().displayName();
            return "('%s', '%s', FALSE, %s, %s, %s, '%s', '%s', 1, 'USER', 'global', 'ACTIVE', 1, %d, %<d)"
                    .formatted(
                            user.id(),
                            user.email().value(),
                            username == null ? "NULL" : quoted(username.value()),
                            username == null ? "NULL" : quoted(username.key()),
                            displayName == null ? "NULL" : quoted(displayName.value()),
                            user.profile().metadata().json(),
                            user.credentials().passwordHash().value(),
                            People.NOON.toEpochMilli());
        }

        private static String quoted(String text) {
            return "'" + text + "'";
        }
    }

    /** Where no transaction undoes what a migration did before a crash. */
    abstract static class UpgradeInSteps extends Upgrade {

        private final String forgetMigrations;

        UpgradeInSteps(String backend, String forgetMigrations) {
            super(backend);
            this.forgetMigrations = forgetMigrations;
        }

        @Test
        void whatWasMigratedBeforeACrashIsMigratedAgain() {
            try (SqlDatabase upgraded = SqlDatabase.at(url())) {
                upgraded.get(SqlUserStore.class).add(ADA);
                upgraded.execute(forgetMigrations);
            }

            try (SqlDatabase again = SqlDatabase.at(url())) {
                assertThat(again.get(SqlUserStore.class).after("")).containsExactly(ADA);
            }
        }

        @Test
        void aMigrationOfALaterVersionThatFailedStopsTheStart() {
            String history = forgetMigrations.replace("DELETE FROM ", "").replaceAll(" WHERE.*", "");
            try (SqlDatabase upgraded = SqlDatabase.at(url())) {
                upgraded.execute(
                        "INSERT INTO " + history
                                + " VALUES (999, '999', 'later', 'SQL', 'V999__later.sql', 1, 'later', CURRENT_TIMESTAMP, 1, FALSE)");
            }

            Throwable failure = catchThrowable(() -> SqlDatabase.at(url()));

            assertThat(SqlStartFailure.explain(failure, url())).isPresent();
        }

        @Test
        void aMigrationThatFailedIsRunAgainAtTheNextStart() {
            try (SqlDatabase old = ofTheFirstVersion()) {
                old.execute(insert(List.of(ADA)));
                old.execute("ALTER TABLE audit_events RENAME TO elsewhere");
            }

            Throwable failure = catchThrowable(() -> SqlDatabase.at(url()));
            try (SqlDatabase old = SqlDatabase.at(url(), Map.of("flyway.datasources.accounts.enabled", false))) {
                old.execute("ALTER TABLE elsewhere RENAME TO audit_events");
            }

            assertThat(SqlStartFailure.explain(failure, url()).orElseThrow())
                    .contains("cannot be brought to this version")
                    .endsWith("remove what hinders that and start again.");
            try (SqlDatabase again = SqlDatabase.at(url())) {
                assertThat(again.get(SqlUserStore.class).after("")).containsExactly(ADA);
                assertThat(again.get(SqlAuditStore.class).count()).isZero();
            }
        }
    }
}
