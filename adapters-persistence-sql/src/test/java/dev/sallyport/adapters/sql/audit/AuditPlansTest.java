package dev.sallyport.adapters.sql.audit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sallyport.adapters.sql.Clause;
import dev.sallyport.adapters.sql.Planner;
import dev.sallyport.adapters.sql.SqlDatabase;
import dev.sallyport.adapters.sql.SqlDialect;
import dev.sallyport.domain.audit.AuditEventId;
import dev.sallyport.domain.audit.AuditFilter;
import dev.sallyport.domain.audit.AuditRecord;
import dev.sallyport.domain.audit.AuditType;
import dev.sallyport.domain.user.UserId;
import dev.sallyport.testkit.Belongings;
import dev.sallyport.testkit.backend.OnBackend;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What each database plans to do with the audit log: look up in an index, and never go through all records. */
final class AuditPlansTest {

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

    @TestInstance(TestInstance.Lifecycle.PER_CLASS)
    abstract static class Plans {

        private static final int PAGE = 5;
        private static final Belongings BELONGINGS = Belongings.of(1000);
        private static final List<AuditRecord> RECORDS = BELONGINGS.auditRecords();
        private static final UserId ADA = BELONGINGS.accounts().getFirst().id();
        private static final AuditEventId MIDDLE =
                RECORDS.get(RECORDS.size() / 2).event().id();

        private final Planner planner;
        private final Pattern wholeTable;

        @SuppressWarnings("NullAway.Init") // Opened before the first test
        private SqlDatabase database;

        Plans(Planner planner) {
            this.planner = planner;
            this.wholeTable = planner.wholeTable("audit_events");
        }

        @BeforeAll
        void fill(@TempDir Path folder) {
            database = SqlDatabase.fresh(planner.backend(), folder);
            database.get(SqlAuditStore.class).restore(RECORDS);
            planner.analyze(database, "audit_events");
        }

        @AfterAll
        void close() {
            database.close();
        }

        static List<AuditFilter> listsAboutASubject() {
            return List.of(
                    filter(null, null, ADA, null),
                    filter(null, null, ADA, MIDDLE),
                    filter(AuditType.SESSION_OPENED, ADA, ADA, MIDDLE));
        }

        @ParameterizedTest
        @MethodSource
        void listsAboutASubject(AuditFilter filter) {
            assertLooksUp("audit_events_by_subject", page(filter));
        }

        static List<AuditFilter> listsOfAnActor() {
            return List.of(
                    filter(null, ADA, null, null),
                    filter(null, ADA, null, MIDDLE),
                    filter(AuditType.SESSION_OPENED, ADA, null, MIDDLE));
        }

        @ParameterizedTest
        @MethodSource
        void listsOfAnActor(AuditFilter filter) {
            assertLooksUp("audit_events_by_actor", page(filter));
        }

        static List<AuditFilter> listsOfAType() {
            return List.of(
                    filter(AuditType.SESSION_OPENED, null, null, null),
                    filter(AuditType.SESSION_OPENED, null, null, MIDDLE));
        }

        @ParameterizedTest
        @MethodSource
        void listsOfAType(AuditFilter filter) {
            assertLooksUp("audit_events_by_type", page(filter));
        }

        @Test
        void theListOfAllGoesAlongTheIds() {
            assertThat(plan(page(AuditFilter.ALL.below(MIDDLE)))).doesNotContainPattern(wholeTable);
        }

        @Test
        void chainsAreReadAndFoundAlongTheirSequence() {
            String chain = RECORDS.getLast().link().chain().toString();

            assertLooksUp("audit_events_by_chain", clause(AuditRows.CHAIN, chain, 500L, PAGE));
            assertLooksUp("audit_events_by_chain", clause(AuditRows.CHAIN_AFTER, chain));
            assertLooksUp("audit_events_by_chain", clause(AuditRows.BEGINNING, chain, 500L, PAGE));
        }

        @Test
        void whatTellsAPersonIsLookedUp() {
            String telling = planner.dialect() == SqlDialect.POSTGRESQL ? PostgresAuditRows.TELLING : AuditRows.TELLING;

            assertLooksUp("audit_events_telling", clause(telling, ADA.toString(), PAGE));
        }

        @Test
        void aStatementThatGoesThroughTheWholeTableWouldBeNoticed() {
            assertThat(plan(Clause.of("SELECT * FROM audit_events WHERE request_id = ? ORDER BY id", "request")))
                    .containsPattern(wholeTable);
        }

        private void assertLooksUp(String index, Clause clause) {
            assertThat(plan(clause)).contains(index).doesNotContainPattern(wholeTable);
        }

        private String plan(Clause clause) {
            return planner.plan(database, clause);
        }

        private Clause page(AuditFilter filter) {
            return new AuditSelection(planner.dialect()).page(filter, PAGE);
        }

        private static Clause clause(String statement, Object... values) {
            return Clause.of(statement.replaceAll(":\\w+", "?"), values);
        }

        private static AuditFilter filter(
                @Nullable AuditType type,
                @Nullable UserId actor,
                @Nullable UserId subject,
                @Nullable AuditEventId below) {
            return new AuditFilter(type, actor, subject, null, below);
        }
    }
}
