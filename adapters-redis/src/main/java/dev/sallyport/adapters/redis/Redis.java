package dev.sallyport.adapters.redis;

import dev.sallyport.domain.StoreUnavailableException;
import io.lettuce.core.LettuceFutures;
import io.lettuce.core.RedisException;
import io.lettuce.core.RedisFuture;
import io.lettuce.core.RedisNoScriptException;
import io.lettuce.core.ScanArgs;
import io.lettuce.core.ScanIterator;
import io.lettuce.core.api.sync.RedisServerCommands;
import io.lettuce.core.cluster.api.async.RedisClusterAsyncCommands;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Runs commands and scripts, and says what their failure means: Redis could not be asked ({@link StoreUnavailableException}), or the
 * command is wrong (a bug, thrown on). Only masters are asked: a replica may not know yet that a session ended.
 */
public final class Redis implements AutoCloseable {

    private static final int KEYS_AT_ONCE = 1000;

    private final LettuceClient client;
    private final SharedConnection connection;
    private final Duration timeout;

    private Redis(LettuceClient client, SharedConnection connection, Duration timeout) {
        this.client = client;
        this.connection = connection;
        this.timeout = timeout;
    }

    /** Throws what {@link RedisStartFailure} explains, if there is no such Redis, it lets nobody in or it does not fit. */
    static Redis connect(RedisSettings settings) {
        RedisUrl url = RedisUrl.of(settings);
        LettuceClient client = LettuceClient.of(url, settings.timeout());
        try {
            Redis redis = new Redis(client, new SharedConnection(client, settings.timeout()), settings.timeout());
            StartChecks.check(redis, url.kind());
            return redis;
        } catch (RuntimeException e) {
            client.close();
            throw e;
        }
    }

    /**
     * Runs one command.
     *
     * @return its answer; null if that is nil
     * @throws StoreUnavailableException if Redis could not be asked or its answer did not arrive
     */
    public <T> @Nullable T ask(Function<RedisClusterAsyncCommands<String, String>, RedisFuture<T>> command) {
        return attempt(used -> answer(command.apply(used.async())));
    }

    /**
     * Runs a script; one round trip, and another if the server has not run it before.
     *
     * @param keys all in one slot of a cluster, and so is every key the script makes up
     * @throws StoreUnavailableException if Redis could not be asked or its answer did not arrive
     */
    public <T> T run(Script<T> script, List<String> keys, String... arguments) {
        return runAll(script, List.of(new Call(keys, List.of(arguments)))).getFirst();
    }

    /** Runs a script many times, each for itself, without waiting for an answer before the next is asked. */
    public <T> List<T> runAll(Script<T> script, List<Call> calls) {
        return attempt(used -> {
            List<Supplier<T>> answers =
                    calls.stream().map(call -> begin(script, call, used)).toList();
            return answers.stream().map(Supplier::get).toList();
        });
    }

    /** What to run a script with. */
    public record Call(List<String> keys, List<String> arguments) {}

    private <T> Supplier<T> begin(Script<T> script, Call call, RedisConnection used) {
        String[] keys = call.keys().toArray(String[]::new);
        String[] arguments = call.arguments().toArray(String[]::new);
        RedisFuture<Object> begun = used.async().evalsha(script.digest(), script.output(), keys, arguments);
        return () -> {
            try {
                return script.result(answer(begun));
            } catch (RedisNoScriptException neverRunBefore) {
                RedisFuture<Object> begunAnew = used.async().eval(script.source(), script.output(), keys, arguments);
                return script.result(answer(begunAnew));
            }
        };
    }

    /**
     * Reads all keys that match a pattern, on every master. One may come twice, and whether one that comes or goes meanwhile is among
     * them is left open.
     */
    public <T> T scan(String pattern, Function<Stream<String>, T> reader) {
        ScanArgs matching = ScanArgs.Builder.matches(pattern).limit(KEYS_AT_ONCE);
        return attempt(used -> reader.apply(ScanIterator.scan(used.sync(), matching).stream()));
    }

    /** Each server that may keep keys. */
    List<RedisServerCommands<String, String>> masters() {
        return attempt(RedisConnection::masters);
    }

    private <T> T answer(RedisFuture<T> begun) {
        return LettuceFutures.awaitOrCancel(begun, timeout.toMillis(), TimeUnit.MILLISECONDS);
    }

    private <T extends @Nullable Object> T attempt(Function<RedisConnection, T> question) {
        RedisConnection used = connection.current();
        try {
            return question.apply(used);
        } catch (RedisException | CancellationException e) {
            if (!RedisOutage.is(e)) {
                throw e;
            }
            if (RedisOutage.isOfTheConnection(e)) {
                connection.renew(used);
            }
            throw new StoreUnavailableException("Redis", e);
        }
    }

    @Override
    public void close() {
        client.close();
    }
}
