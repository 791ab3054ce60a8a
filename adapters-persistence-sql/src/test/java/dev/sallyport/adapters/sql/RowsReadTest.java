package dev.sallyport.adapters.sql;

import static java.util.stream.Collectors.summingLong;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sallyport.adapters.sql.audit.SqlAuditStore;
import dev.sallyport.adapters.sql.user.SqlUserStore;
import dev.sallyport.domain.audit.AuditEvent;
import dev.sallyport.domain.audit.AuditEventId;
import dev.sallyport.domain.audit.AuditLink;
import dev.sallyport.domain.audit.AuditRecord;
import dev.sallyport.domain.audit.AuditType;
import dev.sallyport.domain.user.SearchPrefix;
import dev.sallyport.domain.user.User;
import dev.sallyport.domain.user.UserFilter;
import dev.sallyport.domain.user.UserId;
import dev.sallyport.testkit.People;
import dev.sallyport.testkit.backend.OnBackend;
import dev.sallyport.testkit.backend.TestServer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** How many rows are read for what is answered, which MariaDB counts, temporary tables included. */
@OnBackend("MariaDB")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class RowsReadTest {

    private static final int PEOPLE = 6000;
    private static final int FOUNDERS = 250;
    private static final int PAGE = 21;

    private final SqlDatabase database =
            SqlDatabase.at(oneConnection(TestServer.mariaDb().freshUrl()));
    private final SqlUserStore users = database.get(SqlUserStore.class);
    private final SqlAuditStore audit = database.get(SqlAuditStore.class);

    /** Since each connection counts for itself. */
    private static SqlSettings oneConnection(String url) {
        return new SqlSettings(url, Optional.empty(), Optional.empty(), 1, 1, Duration.ofSeconds(10));
    }

    @BeforeAll
    void fill() {
        users.restore(Stream.generate(RowsReadTest::founder).limit(FOUNDERS).toList());
        users.restore(Stream.generate(People::someone).limit(PEOPLE).toList());
        Planner.MARIADB.analyze(database, "users");
    }

    @AfterAll
    void close() {
        database.close();
    }

    @Test
    void whatEverybodyIsCalledIsFoundWithoutReadingEverybody() {
        assertThat(rowsReadFor(() -> assertThat(search("someone")).hasSize(PAGE)))
                .isLessThan(PEOPLE / 2);
    }

    @Test
    void whatFewAreCalledIsFoundByTheirNames() {
        User someone = search("someone").getLast();
        String name = someone.email().value();

        assertThat(rowsReadFor(() -> assertThat(search(name)).containsExactly(someone)))
                .isLessThan(100);
        assertThat(rowsReadFor(() -> assertThat(search("nobody")).isEmpty())).isLessThan(100);
    }

    @Test
    void whatSomeAreCalledWhoStandFarDownTheListIsFoundByTheirNames() {
        assertThat(rowsReadFor(() -> assertThat(search("founder")).hasSize(PAGE)))
                .isLessThan(PEOPLE * 3 / 2);
    }

    @Test
    void theLastRecordsOfAPersonAreErasedAsCheaplyAsTheFirst() {
        UserId ada = People.ada().id();
        audit.restore(Stream.generate(() -> by(ada)).limit(2000).toList());
        audit.restore(Stream.generate(() -> by(People.grace().id())).limit(2000).toList());
        Planner.MARIADB.analyze(database, "audit_events");

        long first = rowsReadFor(() -> audit.erase(ada, 100));
        for (int batch = 2; batch < 20; batch++) {
            audit.erase(ada, 100);
        }
        long last = rowsReadFor(() -> audit.erase(ada, 100));

        assertThat(first).isLessThan(500);
        assertThat(last).isLessThan(500);
        assertThat(audit.erase(ada, 100)).isZero();
    }

    private List<User> search(String prefix) {
        return users.list(new UserFilter(null, null, new SearchPrefix(prefix), null, null), PAGE);
    }

    /** Also in tables that are made for a statement. */
    private long rowsReadFor(Runnable call) {
        long before = rowsRead();
        call.run();
        return rowsRead() - before;
    }

    private long rowsRead() {
        return database.rows("SHOW SESSION STATUS LIKE 'Handler_read%'", List.of()).stream()
                .collect(summingLong(row -> Long.parseLong(row.substring(row.lastIndexOf('=') + 1))));
    }

    private static User founder() {
        String unique = People.unique();
        User founder = People.person("founder." + unique + "@example.org", "F" + unique, "Founder " + unique);
        return User.register(
                UserId.next(People.NOON.minusSeconds(1), People.RANDOM),
                founder.email(),
                founder.profile(),
                founder.credentials().passwordHash(),
                founder.role(),
                People.NOON);
    }

    private static AuditRecord by(UserId person) {
        AuditEvent event = new AuditEvent(
                AuditEventId.next(People.NOON, People.RANDOM),
                People.NOON,
                AuditType.PROFILE_CHANGED,
                person,
                person,
                null,
                People.LAPTOP,
                Map.of());
        return new AuditRecord(event, AuditLink.unsealed(event.id()));
    }
}
