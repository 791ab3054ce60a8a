package dev.sallyport.adapters.redis;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * The one connection that all calls share: Redis runs commands one after the other anyhow, none of ours waits inside Redis, and so a
 * pool would only add connections.
 *
 * <p>One that breaks is opened again by the client. One that stays open and is of no use, because packets vanish or because the server
 * was made a replica, is replaced by {@link #renew}: the kernel may try a silent peer again only minutes after it came back.
 */
final class SharedConnection {

    private final LettuceClient client;
    private final Executor afterOthersHaveTheirAnswers;
    private final AtomicBoolean renewing = new AtomicBoolean();
    private volatile RedisConnection current;

    /** Connects. Throws what the client throws. */
    SharedConnection(LettuceClient client, Duration timeout) {
        this.client = client;
        this.afterOthersHaveTheirAnswers = CompletableFuture.delayedExecutor(timeout.toMillis(), TimeUnit.MILLISECONDS);
        this.current = client.connect().toCompletableFuture().join();
    }

    RedisConnection current() {
        return current;
    }

    /** Replaces a connection that was of no use, unless somebody else did or does. Does not wait, and changes nothing if it fails. */
    void renew(RedisConnection useless) {
        if (useless.equals(current) && renewing.compareAndSet(false, true)) {
            client.connect().whenComplete((fresh, failure) -> {
                if (failure == null) {
                    current = fresh;
                    afterOthersHaveTheirAnswers.execute(useless.stateful()::close);
                }
                renewing.set(false);
            });
        }
    }
}
