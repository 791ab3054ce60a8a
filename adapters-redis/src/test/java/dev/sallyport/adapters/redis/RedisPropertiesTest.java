package dev.sallyport.adapters.redis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sallyport.adapters.redis.token.RedisSessionStore;
import io.micronaut.context.ApplicationContext;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class RedisPropertiesTest {

    @Test
    void nothingExistsUnlessRedisIsChosen() {
        try (ApplicationContext context = ApplicationContext.run("test")) {
            assertThat(context.containsBean(RedisSessionStore.class)).isFalse();
            assertThat(context.containsBean(Redis.class)).isFalse();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "redis://localhost",
                "rediss://:secret@localhost:6380/2",
                "redis-sentinel://a:26379,b:26379/0#master",
                "rediss-sentinel://a:26379,b:26379/0#master",
                "redis-cluster://a:7000,b:7001",
                "rediss-cluster://a:7000,b:7001"
            })
    void aRedisIsKnownByItsScheme(String url) {
        assertThat(RedisProperties.isRedis(url)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "redis", "redis:localhost", "redist://localhost", "redis-socket://a", "jdbc:h2:redis://"})
    void everythingElseIsNone(String url) {
        assertThat(RedisProperties.isRedis(url)).isFalse();
    }

    @Test
    void aPasswordIsNotShown() {
        RedisSettings settings = new RedisSettings(
                "redis://ada:se@cret@db.internal:6379/0", Optional.of("ada"), Optional.of("secret"), Duration.ZERO);

        assertThat(RedisProperties.tokens(settings))
                .asString()
                .contains("redis://db.internal:6379/0")
                .doesNotContain("cret");
    }
}
