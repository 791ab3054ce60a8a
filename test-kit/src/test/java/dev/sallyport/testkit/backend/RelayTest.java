package dev.sallyport.testkit.backend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.ConnectException;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(30)
class RelayTest {

    private EchoServer server;
    private Relay relay;

    @BeforeEach
    void start() throws IOException {
        server = new EchoServer();
        relay = Relay.to(server.address());
    }

    @AfterEach
    void stop() throws IOException {
        relay.close();
        server.close();
    }

    @Test
    void passesBothWays() throws IOException {
        try (Client client = connect()) {
            String first = client.ask("one");
            String second = client.ask("two");

            assertThat(first).isEqualTo("one");
            assertThat(second).isEqualTo("two");
        }
    }

    @Test
    void refusesNewConnectionsAndResetsOldOnes() throws IOException {
        try (Client client = connect()) {
            client.ask("one");

            relay.refuse();

            assertThatThrownBy(this::connect).isInstanceOf(ConnectException.class);
            client.assertReset();
        }
    }

    @Test
    void hasTheSamePortAfterEveryRefusal() throws IOException {
        for (int round = 0; round < 20; round++) {
            relay.refuse();
            relay.refuse();
            relay.pass();
            relay.pass();

            try (Client client = connect()) {
                assertThat(client.ask("round " + round)).isEqualTo("round " + round);
            }
        }
    }

    @Test
    void passesNothingWhileItStallsAndEverythingAfterwards() throws IOException {
        try (Client old = connect()) {
            old.ask("one");
            relay.stall();

            try (Client late = connect()) {
                old.say("two");
                late.say("three");
                old.assertHearsNothing();
                late.assertHearsNothing();
                assertThat(server.heard()).containsExactly("one");

                relay.pass();

                assertThat(old.hear()).isEqualTo("two");
                assertThat(late.hear()).isEqualTo("three");
            }
        }
    }

    @Test
    void resetsStalledConnectionsToo() throws IOException {
        try (Client client = connect()) {
            client.ask("one");
            relay.stall();
            client.say("two");

            relay.cut();

            client.assertReset();
            assertThat(server.heard()).containsExactly("one");
        }
    }

    @Test
    void cutsOnce() throws IOException {
        try (Client old = connect()) {
            old.ask("one");

            relay.cut();

            old.assertReset();
            try (Client late = connect()) {
                assertThat(late.ask("two")).isEqualTo("two");
            }
        }
    }

    @Test
    void delaysEachDirectionUntilItPassesAgain() throws IOException {
        try (Client client = connect()) {
            relay.delay(Duration.ofMillis(100));
            Duration slow = timeToAsk(client);

            relay.pass();
            Duration quick = timeToAsk(client);

            assertThat(slow).isGreaterThanOrEqualTo(Duration.ofMillis(200));
            assertThat(quick).isLessThan(slow);
        }
    }

    @Test
    void losesTheAnswerToAQuestionThatArrivedAndOnlyThat() throws IOException {
        try (Client asking = connect();
                Client idle = connect()) {
            asking.ask("one");
            idle.ask("two");

            relay.loseNextAnswer();
            asking.say("three");

            asking.assertReset();
            assertThat(server.heard()).containsExactly("one", "two", "three");
            assertThat(idle.ask("four")).isEqualTo("four");
        }
    }

    @Test
    void countsEachQuestionOnceWhateverItsLength() throws IOException {
        String page = "1".repeat(1_000_000);
        try (Client first = connect();
                Client second = connect()) {
            long before = relay.flights();

            first.ask("one");
            first.ask(page);
            second.ask("three");
            first.ask("four");

            assertThat(before).isZero();
            assertThat(relay.flights()).isEqualTo(4);
        }
    }

    @Test
    void countsQuestionsSentTogetherAsOne() throws IOException {
        try (Client client = connect()) {
            client.say("one\ntwo\nthree");
            client.hear();
            client.hear();
            client.hear();

            assertThat(relay.flights()).isEqualTo(1);
        }
    }

    @Test
    void aServerThatIsNotThereResetsItsClients() throws IOException {
        server.close();

        try (Client client = connect()) {
            client.assertReset();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "jdbc:postgresql://db.example:5432/app?user=a&password=b, jdbc:postgresql://HERE/app?user=a&password=b",
        "jdbc:postgresql://db.example/app, jdbc:postgresql://HERE/app",
        "jdbc:mariadb://localhost:3306/app?user=a, jdbc:mariadb://HERE/app?user=a",
        "jdbc:mysql://localhost:3306/?user=a, jdbc:mysql://HERE/?user=a",
        "mongodb://ada:horse@mongo:27017/app?authSource=admin, mongodb://ada:horse@HERE/app?authSource=admin",
        "mongodb://mongo, mongodb://HERE",
        "redis://:horse@localhost:6379/3, redis://:horse@HERE/3"
    })
    void putsItselfInTheServersPlace(String url, String expected) {
        String here = "127.0.0.1:" + relay.address().getPort();

        assertThat(relay.through(url)).isEqualTo(expected.replace("HERE", here));
    }

    @Test
    void takesNoPlaceOfSeveralServers() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> relay.through("redis-cluster://127.0.0.1:7001,127.0.0.1:7002"));
    }

    private Client connect() throws IOException {
        return new Client(relay.address());
    }

    private static Duration timeToAsk(Client client) throws IOException {
        Instant start = Instant.now();
        client.ask("how late is it?");
        return Duration.between(start, Instant.now());
    }
}
