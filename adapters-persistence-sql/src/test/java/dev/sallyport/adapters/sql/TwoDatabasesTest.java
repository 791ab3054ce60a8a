package dev.sallyport.adapters.sql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sallyport.adapters.sql.token.SqlSessionStore;
import dev.sallyport.adapters.sql.user.SqlUserStore;
import dev.sallyport.domain.token.Session;
import dev.sallyport.domain.token.SessionPolicy;
import dev.sallyport.domain.user.User;
import dev.sallyport.testkit.People;
import dev.sallyport.testkit.backend.TestServer;
import io.micronaut.context.ApplicationContext;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Accounts in one database and tokens in another, of another dialect or of the same. */
final class TwoDatabasesTest {

    private static final User ADA = People.ada();
    private static final Session SESSION =
            Session.start(ADA, People.LAPTOP, SessionPolicy.DEFAULT, People.NOON, People.RANDOM);

    @TempDir
    private Path folder;

    @Test
    void accountsInH2AndTokensInSqlite() {
        assertKeptApart(H2Url.in(folder), "jdbc:sqlite:" + folder.resolve("tokens.db"));
    }

    @Test
    void bothInPostgres() {
        assertKeptApart(TestServer.postgres().freshUrl(), TestServer.postgres().freshUrl());
    }

    @Test
    void accountsInPostgresAndTokensInMariaDb() {
        assertKeptApart(TestServer.postgres().freshUrl(), TestServer.mariaDb().freshUrl());
    }

    @Test
    void whatIsNotInSqlHasNoStoreAndNoPool() {
        SqlSettings settings = SqlDatabase.settings(H2Url.in(folder));
        try (ApplicationContext accounts = ApplicationContext.run(SqlProperties.accounts(settings), "test")) {
            assertThat(accounts.containsBean(SqlUserStore.class)).isTrue();
            assertThat(accounts.containsBean(SqlSessionStore.class)).isFalse();
            assertThat(accounts.getBeansOfType(DataSource.class)).hasSize(1);
        }
        try (ApplicationContext tokens = ApplicationContext.run(SqlProperties.tokens(settings), "test")) {
            assertThat(tokens.containsBean(SqlUserStore.class)).isFalse();
            assertThat(tokens.containsBean(SqlSessionStore.class)).isTrue();
            assertThat(tokens.getBeansOfType(DataSource.class)).hasSize(1);
        }
    }

    @Test
    void oneDatabaseForBothHasOnePool() {
        SqlSettings settings = SqlDatabase.settings(H2Url.in(folder));
        try (ApplicationContext both = ApplicationContext.run(SqlProperties.both(settings), "test")) {
            both.getBean(SqlUserStore.class).add(ADA);
            both.getBean(SqlSessionStore.class).add(SESSION, 5);

            assertThat(both.getBeansOfType(DataSource.class)).hasSize(1);
        }
    }

    private static void assertKeptApart(String accounts, String tokens) {
        Map<String, Object> properties = new HashMap<>(SqlProperties.accounts(SqlDatabase.settings(accounts)));
        properties.putAll(SqlProperties.tokens(SqlDatabase.settings(tokens)));
        try (SqlDatabase apart = SqlDatabase.with(properties)) {
            apart.get(SqlUserStore.class).add(ADA);
            apart.get(SqlSessionStore.class).add(SESSION, 5);
        }

        try (SqlDatabase first = SqlDatabase.at(accounts);
                SqlDatabase second = SqlDatabase.at(tokens)) {
            assertThat(first.get(SqlUserStore.class).after("")).containsExactly(ADA);
            assertThat(first.get(SqlSessionStore.class).count()).isZero();
            assertThat(second.get(SqlUserStore.class).count()).isZero();
            assertThat(second.get(SqlSessionStore.class).after("")).containsExactly(SESSION);
        }
    }
}
