package dev.sallyport.adapters.redis.onetime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sallyport.adapters.redis.Await;
import dev.sallyport.adapters.redis.RunningRedis;
import dev.sallyport.domain.token.OneTimeHash;
import dev.sallyport.domain.token.OneTimePurpose;
import dev.sallyport.domain.token.OneTimeToken;
import dev.sallyport.domain.token.OneTimeTokenStore.Use;
import dev.sallyport.domain.user.User;
import dev.sallyport.testkit.People;
import dev.sallyport.testkit.backend.OnBackend;
import dev.sallyport.testkit.backend.TestServer;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import redis.clients.jedis.Jedis;

/** What is left of one-time tokens, as somebody sees it who looks into Redis. */
@OnBackend("Redis")
final class OneTimeTokenKeysTest {

    private static final OneTimeHash HASH = new OneTimeHash("c3".repeat(32));
    private static final String KEY = "sallyport:one-time-token:" + HASH;

    private final Instant now = InstantSource.system().instant().truncatedTo(ChronoUnit.MILLIS);
    private final String url = TestServer.redis().freshUrl();
    private final RunningRedis redis = RunningRedis.at(url);
    private final Jedis inside = new Jedis(URI.create(url));
    private final RedisOneTimeTokenStore tokens = redis.get(RedisOneTimeTokenStore.class);
    private final User ada = People.ada();

    @AfterEach
    void close() {
        inside.close();
        redis.close();
    }

    @Test
    void aTokenIsAHashThatAPersonCanRead() {
        tokens.add(token(Duration.ofHours(1)));

        tokens.use(HASH, OneTimePurpose.SETUP, now.plusSeconds(60));

        assertThat(inside.hgetAll(KEY))
                .isEqualTo(Map.of(
                        "purpose", "SETUP",
                        "subject", ada.id().toString(),
                        "created_at", Long.toString(now.toEpochMilli()),
                        "expires_at", Long.toString(now.plusSeconds(3600).toEpochMilli()),
                        "used_at", Long.toString(now.plusSeconds(60).toEpochMilli())));
    }

    @Test
    void aTokenGoesAnHourAfterItExpiresWhetherItWasUsedOrNot() {
        tokens.add(token(Duration.ofHours(1)));
        assertThat(inside.pttl(KEY))
                .isBetween(Duration.ofHours(1).toMillis(), Duration.ofHours(2).toMillis());

        tokens.use(HASH, OneTimePurpose.SETUP, now);

        assertThat(inside.pttl(KEY))
                .isBetween(Duration.ofHours(1).toMillis(), Duration.ofHours(2).toMillis());
    }

    @Test
    void aServerWhoseClockIsAheadForgetsNoTokenThatLivesForItsUser() {
        tokens.add(token(Duration.ofMinutes(-59)));
        Instant byTheClockOfTheUser = now.minus(Duration.ofHours(1));

        assertThat(tokens.use(HASH, OneTimePurpose.SETUP, byTheClockOfTheUser)).isInstanceOf(Use.Granted.class);
    }

    @Test
    void aTokenThatWentIsUnknown() {
        tokens.add(token(Duration.ofHours(-1).plusMillis(300)));

        Await.that(() -> !inside.exists(KEY));

        assertThat(tokens.use(HASH, OneTimePurpose.SETUP, now)).isEqualTo(new Use.Unknown());
    }

    private OneTimeToken token(Duration life) {
        return new OneTimeToken(HASH, OneTimePurpose.SETUP, ada.id(), now, now.plus(life), null);
    }
}
