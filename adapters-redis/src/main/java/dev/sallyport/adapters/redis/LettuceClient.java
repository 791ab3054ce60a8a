package dev.sallyport.adapters.redis;

import io.lettuce.core.AbstractRedisClient;
import io.lettuce.core.ClientOptions;
import io.lettuce.core.ClientOptions.DisconnectedBehavior;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisURI;
import io.lettuce.core.SocketOptions;
import io.lettuce.core.SocketOptions.KeepAliveOptions;
import io.lettuce.core.cluster.ClusterClientOptions;
import io.lettuce.core.cluster.ClusterTopologyRefreshOptions;
import io.lettuce.core.cluster.RedisClusterClient;
import io.lettuce.core.codec.StringCodec;
import io.lettuce.core.resource.ClientResources;
import io.lettuce.core.resource.DefaultClientResources;
import io.lettuce.core.resource.Delay;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Lettuce as the stores need it. Micronaut's own module for it has no setting for what is set here, and would open two connections
 * besides and one more for each look at the service's health.
 *
 * <p>What was sent and not answered when a connection broke is never sent again: a conditional write that had happened would come back
 * as one that had not. So commands fail at once while there is no connection, and nothing waits for the next one.
 */
final class LettuceClient implements AutoCloseable {

    /** In case a failover was missed; the triggers see most of them at once. */
    private static final Duration LOOK_AT_CLUSTER = Duration.ofSeconds(30);

    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(1);
    private static final Duration LONGEST_BETWEEN_RECONNECTS = Duration.ofSeconds(1);

    /** Spread, because every instance of the service lost its connection at the same moment. */
    private static final Delay RECONNECT =
            Delay.fullJitter(Duration.ofMillis(50), LONGEST_BETWEEN_RECONNECTS, 50, TimeUnit.MILLISECONDS);

    private final ClientResources resources;
    private final AbstractRedisClient client;
    private final Supplier<CompletionStage<? extends RedisConnection>> connect;

    private LettuceClient(
            ClientResources resources,
            AbstractRedisClient client,
            Supplier<CompletionStage<? extends RedisConnection>> connect) {
        this.resources = resources;
        this.client = client;
        this.connect = connect;
    }

    static LettuceClient of(RedisUrl url, Duration timeout) {
        ClientResources resources =
                DefaultClientResources.builder().reconnectDelay(RECONNECT).build();
        return switch (url.kind()) {
            case SINGLE, SENTINEL -> ofServer(url.servers().getFirst(), timeout, resources);
            case CLUSTER -> ofCluster(url.servers(), timeout, resources);
        };
    }

    private static LettuceClient ofServer(RedisURI server, Duration timeout, ClientResources resources) {
        RedisClient client = RedisClient.create(resources);
        client.setOptions(options(timeout));
        return new LettuceClient(
                resources,
                client,
                () -> client.connectAsync(StringCodec.UTF8, server).thenApply(RedisConnection.ToServer::new));
    }

    private static LettuceClient ofCluster(List<RedisURI> servers, Duration timeout, ClientResources resources) {
        RedisClusterClient client = RedisClusterClient.create(resources, servers);
        client.setOptions(ClusterClientOptions.builder(options(timeout))
                .topologyRefreshOptions(ClusterTopologyRefreshOptions.builder()
                        .enablePeriodicRefresh(LOOK_AT_CLUSTER)
                        .enableAllAdaptiveRefreshTriggers()
                        .adaptiveRefreshTriggersTimeout(BETWEEN_LOOKS)
                        .build())
                .build());
        return new LettuceClient(
                resources,
                client,
                () -> client.refreshPartitionsAsync()
                        .thenCompose(known -> client.connectAsync(StringCodec.UTF8))
                        .thenApply(RedisConnection.ToCluster::new));
    }

    private static ClientOptions options(Duration timeout) {
        return ClientOptions.builder()
                .disconnectedBehavior(DisconnectedBehavior.REJECT_COMMANDS)
                .socketOptions(SocketOptions.builder()
                        .connectTimeout(timeout)
                        .keepAlive(KeepAliveOptions.builder()
                                .enable()
                                .idle(Duration.ofSeconds(30))
                                .interval(Duration.ofSeconds(10))
                                .count(3)
                                .build())
                        .build())
                .build();
    }

    /** Opens a connection, after looking which server to connect to if that may change. */
    CompletionStage<? extends RedisConnection> connect() {
        return connect.get();
    }

    @Override
    public void close() {
        client.shutdown(Duration.ZERO, Duration.ofSeconds(2));
        resources.shutdown(0, 2, TimeUnit.SECONDS).awaitUninterruptibly();
    }
}
