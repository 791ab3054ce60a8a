package dev.sallyport.adapters.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class JdbcUrlTest {

    @Test
    void postgresWaitsForWholeSecondsAndNeverForEver() {
        assertThat(ofPool("jdbc:postgresql://db/people", Duration.ofMillis(1)))
                .contains("?connectTimeout=1&", "&loginTimeout=1&", "&socketTimeout=1");
        assertThat(ofPool("jdbc:postgresql://db/people", Duration.ofMillis(2001)))
                .contains("&socketTimeout=3");
    }

    @Test
    void mariaDbWaitsForMilliseconds() {
        assertThat(ofPool("jdbc:mariadb://db/people?user=ada", Duration.ofMillis(1500)))
                .startsWith("jdbc:mariadb://db/people?user=ada&connectTimeout=1500&")
                .endsWith("&socketTimeout=1500");
    }

    @Test
    void mariaDbsDriverSpeaksToMySqlToo() {
        assertThat(ofPool("jdbc:mysql://db/people", Duration.ofSeconds(2))).contains("&permitMysqlScheme=");
    }

    @Test
    void sqliteWritesBeforeItAcknowledges() {
        assertThat(ofPool("jdbc:sqlite:/srv/people.db", Duration.ofSeconds(2)))
                .isEqualTo(
                        "jdbc:sqlite:/srv/people.db?journal_mode=WAL&synchronous=FULL&busy_timeout=2000&transaction_mode=IMMEDIATE&foreign_keys=true");
    }

    @Test
    void whatTheUrlSaysItselfIsLeft() {
        assertThat(ofPool("jdbc:postgresql://db/people?sockettimeout=60&connectTimeout=5", Duration.ofSeconds(2)))
                .contains("?sockettimeout=60&connectTimeout=5&")
                .doesNotContain("socketTimeout=2", "connectTimeout=2");
    }

    @Test
    void noAnswerToAMigrationIsLate() {
        SqlSettings settings = settings("jdbc:postgresql://db/people", Duration.ofSeconds(2));

        assertThat(JdbcUrl.ofMigrations(settings).orElseThrow().text())
                .contains("connectTimeout=2")
                .doesNotContain("socketTimeout");
    }

    @Test
    void aUrlIsShownWithoutWhatMayBeAPassword() {
        SqlSettings settings =
                settings("jdbc:postgresql://ada:s3cr@t@db/people?password=s3cret", Duration.ofSeconds(2));

        assertThat(JdbcUrl.ofPool(settings)).hasToString("jdbc:postgresql://db/people");
        assertThat(settings.toString()).contains("db/people").doesNotContain("s3cr");
    }

    private static String ofPool(String url, Duration timeout) {
        return JdbcUrl.ofPool(settings(url, timeout)).text();
    }

    private static SqlSettings settings(String url, Duration timeout) {
        return new SqlSettings(url, Optional.empty(), Optional.of("s3cret"), 5, 20, timeout);
    }
}
