package dev.sallyport.adapters.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.sallyport.testkit.backend.OnBackend;
import dev.sallyport.testkit.backend.RedisBinary;
import dev.sallyport.testkit.backend.Relay;
import dev.sallyport.testkit.backend.TestServer;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import redis.clients.jedis.Jedis;

@OnBackend("Redis")
final class RedisStartFailureTest {

    private static final Duration TIMEOUT = Duration.ofSeconds(1);

    @Test
    void nobodyListens() {
        try (Relay nobody = Relay.to(TestServer.redis().address())) {
            nobody.refuse();

            assertThat(explanation(nobody.through("redis://127.0.0.1:1/0")))
                    .isEqualTo("The Redis redis://127.0.0.1:" + nobody.address().getPort()
                            + "/0 cannot be reached; check its address and that it runs.");
        }
    }

    @Test
    void nobodyAnswers() {
        try (Relay silent = Relay.to(TestServer.redis().address())) {
            silent.stall();

            assertThat(explanation(silent.through("redis://127.0.0.1:1/0")))
                    .endsWith(" does not answer;"
                            + " check its address, that it is a Redis, and whether it speaks TLS on that port.");
        }
    }

    @Test
    void aNameThatNobodyHas() {
        assertThat(explanation("redis://nobody.invalid"))
                .isEqualTo("The Redis redis://nobody.invalid has a host name without an address; check the name.");
    }

    @Test
    void aPortWithoutTls() {
        assertThat(explanation(url().replace("redis://", "rediss://")))
                .endsWith(" whether it speaks TLS on that port.");
    }

    @Test
    void aPasswordThatIsMissingOrWrong() {
        try (RedisBinary server = RedisBinary.start("requirepass correct")) {
            String refused = "The Redis " + server.url() + " refuses the user name or the password; check both.";

            assertThat(explanation(server.url())).isEqualTo(refused);
            assertThat(explanation(server.url().replace("//", "//:wrong@"))).isEqualTo(refused);
            RunningRedis.at(server.url().replace("//", "//:correct@")).close();
        }
    }

    @Test
    void aPasswordWhereThereIsNone() {
        String url = url();

        assertThat(explanation(url.replace("//", "//ada:wrong@")))
                .isEqualTo("The Redis " + url + " refuses the user name or the password; check both.");
    }

    @Test
    void aUserWithTooFewRights() {
        try (RedisBinary server = RedisBinary.start("user ada on >secret ~sallyport:* +ping +info +config|get")) {
            assertThat(explanation(server.url().replace("//", "//ada:secret@")))
                    .contains("gives this user too few rights");
        }
    }

    @Test
    void aUserMayBeKeptFromLookingAtTheServersSettings() {
        try (RedisBinary server =
                RedisBinary.start("user ada on >secret ~sallyport:* +@read +@write +@scripting +@connection")) {
            RunningRedis.at(server.url().replace("//", "//ada:secret@")).close();
        }
    }

    @Test
    void aDatabaseThatIsNotThere() {
        try (RedisBinary server = RedisBinary.start("databases 1")) {
            assertThat(explanation(server.url().replaceFirst("0$", "1")))
                    .endsWith(" has no database of that number; choose another.");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"allkeys-lru", "allkeys-random", "volatile-lru", "volatile-ttl"})
    void aServerThatThrowsSessionsAway(String policy) {
        try (RedisBinary server = RedisBinary.start("maxmemory-policy " + policy)) {
            assertThat(explanation(server.url()))
                    .isEqualTo("The Redis " + server.url() + " may throw away sessions when its memory is full"
                            + " (maxmemory-policy " + policy + "); set maxmemory-policy noeviction.");
        }
    }

    @Test
    void aReplica() {
        try (RedisBinary server = RedisBinary.start("replicaof 127.0.0.1 1")) {
            assertThat(explanation(server.url())).endsWith(" is a replica and cannot be written; name its master.");
        }
    }

    @Test
    void aServerThatANewerVersionUsed() {
        String url = url();
        try (Jedis operator = new Jedis(URI.create(url))) {
            operator.set("sallyport:schema", "2");
        }

        assertThat(explanation(url))
                .isEqualTo("The Redis " + url + " was last used by a newer version of the service"
                        + " (schema 2, this one knows 1); start that version.");
    }

    @Test
    void aServerThatIsNoCluster() {
        String url = url().replace("redis://", "redis-cluster://").replaceFirst("/\\d+$", "");

        assertThat(explanation(url)).endsWith(" is no cluster; begin its URL with redis://.");
    }

    @Test
    void aServerThatIsPartOfACluster() {
        int port = TestServer.redisCluster().address().getPort();

        assertThat(explanation("redis://127.0.0.1:" + port))
                .endsWith(" is part of a cluster; begin its URL with redis-cluster://.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2.8.4", "5.0.14", "6.0.20", "6.1.240"})
    void aServerThatIsTooOld(String version) {
        assertThatThrownBy(() ->
                        StartChecks.checkInfo("# Server\r\nredis_version:" + version + "\r\n", RedisUrl.Kind.SINGLE))
                .isInstanceOf(UnfitRedisException.class)
                .hasMessage("is too old (" + version + "); it takes version 6.2 or newer");
    }

    @ParameterizedTest
    @ValueSource(strings = {"6.2.0", "6.2.11", "7.0.0", "8.2.1", "10.0.0", "255.255.255"})
    void aServerThatIsNewEnough(String version) {
        StartChecks.checkInfo("# Server\r\nredis_version:" + version + "\r\n", RedisUrl.Kind.SINGLE);
    }

    @Test
    void aMasterThatTheSentinelsDoNotKnow() {
        try (RedisBinary sentinel = RedisBinary.startSentinel()) {
            String place = "redis-sentinel://127.0.0.1:" + sentinel.address().getPort() + "/0#nobody";

            assertThat(explanation(place.replace("//", "//:secret@")))
                    .isEqualTo("The Redis " + place + " has no Sentinel that tells where its master is;"
                            + " check the Sentinels' addresses and the master's name after #.");
        }
    }

    @Test
    void sentinelsThatAreAwayOrSilentOrNone() {
        InetSocketAddress ordinary = TestServer.redis().address();
        try (Relay away = Relay.to(ordinary);
                Relay silent = Relay.to(ordinary)) {
            away.refuse();
            silent.stall();

            assertThat(explanation(watchedAt(away.address(), away.address()))).contains(" has no Sentinel that ");
            assertThat(explanation(watchedAt(silent.address()))).contains(" has no Sentinel that ");
            assertThat(explanation(watchedAt(ordinary))).contains(" has no Sentinel that ");
        }
    }

    @Test
    void aMasterThatIsAwayAlthoughItsSentinelsAreThere() {
        try (Relay master = Relay.to(TestServer.redis().address());
                RedisBinary sentinel = RedisBinary.startSentinel(
                        "sentinel monitor master 127.0.0.1 " + master.address().getPort() + " 1")) {
            master.refuse();

            assertThat(explanation(watchedAt(sentinel.address())))
                    .endsWith(" cannot be reached; check its address and that it runs.");
        }
    }

    @Test
    void aUrlThatCannotBeUnderstood() {
        assertThat(explanation("redis-sentinel://ada:secret@a,b"))
                .startsWith("The Redis redis-sentinel://a,b cannot be understood; write redis://host:port,");
    }

    @Test
    void whatRedisDidNotCauseIsNotExplained() {
        assertThat(RedisStartFailure.explain(new IllegalStateException("Something else"), url()))
                .isEmpty();
    }

    private static String url() {
        return TestServer.redis().freshUrl();
    }

    private static String watchedAt(InetSocketAddress... sentinels) {
        return Stream.of(sentinels)
                .map(sentinel -> "127.0.0.1:" + sentinel.getPort())
                .collect(Collectors.joining(",", "redis-sentinel://", "/0#master"));
    }

    private static String explanation(String url) {
        Throwable failure = catchThrowable(
                () -> RunningRedis.with(new RedisSettings(url, Optional.empty(), Optional.empty(), TIMEOUT))
                        .close());
        return RedisStartFailure.explain(Objects.requireNonNull(failure, "It started"), url)
                .orElseThrow(() -> new AssertionError("Not explained", failure));
    }
}
