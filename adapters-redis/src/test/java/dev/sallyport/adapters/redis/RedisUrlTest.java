package dev.sallyport.adapters.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lettuce.core.RedisCredentials;
import io.lettuce.core.RedisCredentialsProvider.ImmediateRedisCredentialsProvider;
import io.lettuce.core.RedisURI;
import io.lettuce.core.SslVerifyMode;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class RedisUrlTest {

    private static final Duration TIMEOUT = Duration.ofSeconds(2);

    @Test
    void oneServer() {
        RedisUrl url = understood("redis://db.internal/3");

        assertThat(url.kind()).isEqualTo(RedisUrl.Kind.SINGLE);
        assertThat(url.servers()).singleElement().satisfies(server -> {
            assertThat(server.getHost()).isEqualTo("db.internal");
            assertThat(server.getPort()).isEqualTo(6379);
            assertThat(server.getDatabase()).isEqualTo(3);
            assertThat(server.isSsl()).isFalse();
            assertThat(server.getTimeout()).isEqualTo(TIMEOUT);
        });
    }

    @Test
    void oneServerOverTlsWhoseNameIsVerified() {
        assertThat(understood("rediss://db.internal:6380").servers())
                .singleElement()
                .satisfies(server -> {
                    assertThat(server.isSsl()).isTrue();
                    assertThat(server.getVerifyMode()).isEqualTo(SslVerifyMode.FULL);
                });
    }

    @Test
    void theMasterThatSentinelsWatch() {
        RedisUrl url = understood("redis-sentinel://a:26379,b/2#sessions");

        assertThat(url.kind()).isEqualTo(RedisUrl.Kind.SENTINEL);
        assertThat(url.servers()).singleElement().satisfies(server -> {
            assertThat(server.getSentinels()).extracting(RedisURI::getHost).containsExactly("a", "b");
            assertThat(server.getSentinels()).extracting(RedisURI::getPort).containsExactly(26379, 26379);
            assertThat(server.getSentinelMasterId()).isEqualTo("sessions");
            assertThat(server.getDatabase()).isEqualTo(2);
        });
    }

    @Test
    void sentinelsSpeakTlsWhereTheMasterDoesAndAreWaitedForAsLong() {
        assertThat(understood("rediss-sentinel://a,b/0#sessions").servers())
                .singleElement()
                .satisfies(server -> assertThat(server.getSentinels()).allSatisfy(sentinel -> {
                    assertThat(sentinel.isSsl()).isTrue();
                    assertThat(sentinel.getTimeout()).isEqualTo(TIMEOUT);
                }));
    }

    @Test
    void someNodesOfACluster() {
        RedisUrl url = understood("rediss-cluster://ada:secret@a:7000,b");

        assertThat(url.kind()).isEqualTo(RedisUrl.Kind.CLUSTER);
        assertThat(url.servers()).extracting(RedisURI::getHost).containsExactly("a", "b");
        assertThat(url.servers()).extracting(RedisURI::getPort).containsExactly(7000, 6379);
        assertThat(url.servers()).allSatisfy(server -> {
            assertThat(server.isSsl()).isTrue();
            assertThat(credentials(server)).isEqualTo("ada secret");
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "redis://ada:s%40cret@a",
                "redis-sentinel://ada:s%40cret@a,b/0#m",
                "redis-cluster://ada:s%40cret@a,b"
            })
    void credentialsInTheUrl(String url) {
        assertThat(understood(url).servers())
                .allSatisfy(server -> assertThat(credentials(server)).isEqualTo("ada s@cret"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"redis://ada:secret@a", "redis-sentinel://a,b/0#m", "redis-cluster://:secret@a,b"})
    void credentialsBesideTheUrlComeFirst(String url) {
        RedisSettings settings = new RedisSettings(url, Optional.of("grace"), Optional.of("p@:/ word"), TIMEOUT);

        assertThat(RedisUrl.of(settings).servers())
                .allSatisfy(server -> assertThat(credentials(server)).isEqualTo("grace p@:/ word"));
    }

    @Test
    void aPasswordAloneIsTheDefaultUsers() {
        RedisSettings settings = new RedisSettings("redis://a", Optional.empty(), Optional.of("secret"), TIMEOUT);

        assertThat(RedisUrl.of(settings).servers())
                .allSatisfy(server -> assertThat(credentials(server)).isEqualTo("null secret"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "redis://",
                "redis://:secret@",
                "redis://ada:secret@a b",
                "redis://secret@a/first",
                "redis-sentinel://secret@a,b",
                "redis-cluster://secret@a:7000,b:x"
            })
    void aUrlThatNamesNoServerIsRefusedAndNotRepeated(String url) {
        assertThatThrownBy(() -> understood(url))
                .isInstanceOf(UnfitRedisException.class)
                .hasNoCause()
                .message()
                .contains("redis://host:port")
                .doesNotContain("secret");
    }

    private static RedisUrl understood(String url) {
        return RedisUrl.of(new RedisSettings(url, Optional.empty(), Optional.empty(), TIMEOUT));
    }

    private static String credentials(RedisURI server) {
        RedisCredentials credentials =
                ((ImmediateRedisCredentialsProvider) server.getCredentialsProvider()).resolveCredentialsNow();
        return credentials.getUsername() + " " + String.valueOf(credentials.getPassword());
    }
}
