package dev.sallyport.adapters.redis;

import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Property;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;

/** Opens the Redis that was chosen. */
@Factory
@Requires(property = RedisProperties.SETTINGS)
final class RedisFactory {

    @Singleton
    @Bean(preDestroy = "close")
    Redis redis(@Property(name = RedisProperties.SETTINGS) RedisSettings settings) {
        return Redis.connect(settings);
    }
}
