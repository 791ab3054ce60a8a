package dev.sallyport.move;

import static dev.sallyport.testkit.journey.ServiceUnderTest.PASSWORD;
import static dev.sallyport.testkit.journey.ServiceUnderTest.as;
import static dev.sallyport.testkit.journey.ServiceUnderTest.login;
import static dev.sallyport.testkit.journey.ServiceUnderTest.newAddress;
import static dev.sallyport.testkit.journey.ServiceUnderTest.refresh;
import static dev.sallyport.testkit.journey.ServiceUnderTest.register;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sallyport.journey.StartedService;
import dev.sallyport.settings.Configuration;
import dev.sallyport.settings.SettingsReader;
import dev.sallyport.testkit.Belongings;
import dev.sallyport.testkit.backend.OnBackend;
import dev.sallyport.testkit.backend.Relay;
import dev.sallyport.testkit.backend.TestServer;
import dev.sallyport.testkit.journey.Answer;
import dev.sallyport.testkit.journey.Api;
import dev.sallyport.testkit.journey.ServiceUnderTest;
import dev.sallyport.wiring.OpenStores;
import dev.sallyport.wiring.StoragePlan;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A service that moves, with everything it keeps and the people who use it. */
@OnBackend("H2 + SQLite + PostgreSQL + MariaDB + MongoDB + Redis")
final class MovedServiceTest {

    private static final int PEOPLE = 2_000;

    private final String address = newAddress();

    @TempDir
    private Path folder;

    private String refreshToken = "";

    /** In the data folder, where the master key stays. */
    @BeforeEach
    void liveHereForAWhile() {
        try (StartedService service = start(Map.of())) {
            refreshToken = register(service.api(), address).text("/refresh_token");
        }
        Belongings others = Belongings.of(PEOPLE);
        try (OpenStores stores = OpenStores.of(StoragePlan.of(
                Configuration.of(SettingsReader.read(List.of("--data", folder.toString()), Map.of(), Map.of()))))) {
            stores.household().roles().restore(others.roles());
            stores.household().accounts().restore(others.accounts());
            stores.household().apiKeys().restore(others.apiKeys());
            stores.household().sessions().restore(others.sessions());
            stores.household().oneTimeTokens().restore(others.oneTimeTokens());
            stores.household().auditRecords().restore(others.auditRecords());
            stores.household().checkpoints().restore(others.checkpoints());
        }
    }

    @Test
    void peopleKeepTheirPasswordsAndTheirSessionsHoweverOftenTheirServiceMoves() {
        String postgres = TestServer.postgres().freshUrl();
        String redis = TestServer.redis().freshUrl();
        String mongo = TestServer.mongo().freshUrl();
        String sqlite = "jdbc:sqlite:" + folder.resolve("sallyport.db");
        String file = folder.resolve("backup.ndjson").toString();
        String mariaDb = TestServer.mariaDb().freshUrl();

        run("move", "--to", postgres, "--to-tokens", redis);
        everyoneIsAt(Map.of("storage.accounts.url", postgres, "storage.tokens.url", redis));

        run("move", "--from", postgres, "--from-tokens", redis, "--to", mongo);
        everyoneIsAt(Map.of("storage.accounts.url", mongo));

        run("move", "--from", mongo, "--to", sqlite);
        everyoneIsAt(Map.of("storage.accounts.url", sqlite));

        run("export", "--from", sqlite, "--file", file);
        run("import", "--file", file, "--to", mariaDb);
        everyoneIsAt(Map.of("storage.accounts.url", mariaDb));
    }

    @Test
    void aMoveThatAnOutageInterruptedIsResumed() {
        String sqlite = "jdbc:sqlite:" + folder.resolve("sallyport.db");
        String redis = TestServer.redis().freshUrl();
        try (Relay relay = Relay.to(TestServer.redis().address())) {
            String through = relay.through(redis);
            ByteArrayOutputStream out = onSaying("Copied 2,001 accounts.", relay::refuse);

            Ran.with(Map.of(), out, words("move", "--to", sqlite, "--to-tokens", through))
                    .assertRefused(1, "Redis at ", " did not answer", "--resume");
            relay.pass();
            run("move", "--to", sqlite, "--to-tokens", through, "--resume");
        }
        everyoneIsAt(Map.of("storage.accounts.url", sqlite, "storage.tokens.url", redis));
    }

    private void run(String command, String... options) {
        Ran ran = Ran.with(words(command, options)).assertDone();

        assertThat(ran.out()).contains("accounts", "2,001").doesNotContain("DIFFERS");
    }

    private String[] words(String command, String... options) {
        return Stream.concat(Stream.of(command, "--data", folder.toString()), Stream.of(options))
                .toArray(String[]::new);
    }

    private static ByteArrayOutputStream onSaying(String words, Runnable act) {
        return new ByteArrayOutputStream() {
            @Override
            public synchronized void write(byte[] bytes, int from, int length) {
                super.write(bytes, from, length);
                if (new String(bytes, from, length, StandardCharsets.UTF_8).contains(words)) {
                    act.run();
                }
            }
        };
    }

    /** The session from before the move goes on, on its old refresh token and after that on the new one; the old password is good. */
    private void everyoneIsAt(Map<String, String> places) {
        try (StartedService service = start(places)) {
            Api api = service.api();
            Answer refreshed = refresh(api, refreshToken).expect(200);
            as(api, refreshed).get("/api/v1/users/me").expect(200);
            login(api, address, PASSWORD).expect(200);
            login(api, address, PASSWORD + "!").expect(401);
            refreshToken = refreshed.text("/refresh_token");
        }
    }

    private StartedService start(Map<String, String> places) {
        Map<String, String> settings = new HashMap<>(ServiceUnderTest.QUICK);
        settings.put("data", folder.toString());
        settings.putAll(places);
        return StartedService.with(settings);
    }
}
