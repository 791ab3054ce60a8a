package dev.sallyport.adapters.sql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sallyport.adapters.sql.user.SqlUserStore;
import dev.sallyport.domain.user.User;
import dev.sallyport.testkit.People;
import dev.sallyport.testkit.backend.TestServer;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Instances that start at once on an empty database: one makes the tables, the others wait for it. */
final class StartTogetherTest {

    private static final int INSTANCES = 4;

    @Test
    void onPostgres() {
        assertAllStart(TestServer.postgres().freshUrl());
    }

    @Test
    void onMariaDb() {
        assertAllStart(TestServer.mariaDb().freshUrl());
    }

    @Test
    void onSqlite(@TempDir Path folder) {
        assertAllStart("jdbc:sqlite:" + folder.resolve("people.db"));
    }

    private static void assertAllStart(String url) {
        User someone = People.someone();

        List<SqlDatabase> instances = startTogether(url);

        try {
            instances.getFirst().get(SqlUserStore.class).add(someone);
            assertThat(instances)
                    .allSatisfy(instance -> assertThat(
                                    instance.get(SqlUserStore.class).find(someone.id()))
                            .contains(someone));
        } finally {
            instances.forEach(SqlDatabase::close);
        }
    }

    /** On threads like the one that starts a process. Who waits inside SQLite on a virtual one keeps a processor from who is waited for. */
    private static List<SqlDatabase> startTogether(String url) {
        try (ExecutorService threads = Executors.newFixedThreadPool(INSTANCES)) {
            return Stream.generate(() -> CompletableFuture.supplyAsync(() -> SqlDatabase.at(url), threads))
                    .limit(INSTANCES)
                    .toList()
                    .stream()
                    .map(CompletableFuture::join)
                    .toList();
        }
    }
}
