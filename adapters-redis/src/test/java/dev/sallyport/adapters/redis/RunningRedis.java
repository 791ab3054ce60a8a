package dev.sallyport.adapters.redis;

import io.micronaut.context.ApplicationContext;
import java.time.Duration;
import java.util.Optional;

/** The module as it runs: its beans, on a Redis. */
public final class RunningRedis implements AutoCloseable {

    private static final Duration TIMEOUT = Duration.ofSeconds(2);

    private final ApplicationContext context;

    private RunningRedis(ApplicationContext context) {
        this.context = context;
    }

    public static RunningRedis at(String url) {
        return with(new RedisSettings(url, Optional.empty(), Optional.empty(), TIMEOUT));
    }

    static RunningRedis with(RedisSettings settings) {
        return new RunningRedis(ApplicationContext.builder()
                .eagerInitSingletons(true)
                .properties(RedisProperties.tokens(settings))
                .start());
    }

    public <T> T get(Class<T> type) {
        return context.getBean(type);
    }

    @Override
    public void close() {
        context.close();
    }
}
