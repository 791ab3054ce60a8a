package dev.sallyport.testkit.backend;

import dev.sallyport.testkit.backend.Source.Provided;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import redis.clients.jedis.Jedis;

/** Three masters without replicas, each with a third of the slots. */
final class RedisCluster {

    private static final int NODES = 3;
    private static final int SLOTS = 16_384;
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private RedisCluster() {}

    static Provided start() {
        List<RedisBinary> nodes = IntStream.range(0, NODES)
                .mapToObj(number -> RedisBinary.start("cluster-enabled yes", "databases 1"))
                .toList();
        for (int number = 0; number < NODES; number++) {
            introduce(nodes.get(number), number, nodes.getFirst());
        }
        nodes.forEach(RedisCluster::awaitAgreement);
        String hosts = nodes.stream()
                .map(node -> "127.0.0.1:" + node.address().getPort())
                .collect(Collectors.joining(","));
        String version = nodes.getFirst().version();
        return new Provided(ServerUrl.of("redis-cluster://" + hosts), "%d real binaries %s".formatted(NODES, version));
    }

    private static void introduce(RedisBinary node, int number, RedisBinary first) {
        int from = number * SLOTS / NODES;
        int to = (number + 1) * SLOTS / NODES;
        try (Jedis jedis = node.connect()) {
            jedis.clusterAddSlots(IntStream.range(from, to).toArray());
            jedis.clusterMeet("127.0.0.1", first.address().getPort());
        }
    }

    private static void awaitAgreement(RedisBinary node) {
        Instant latest = Instant.now().plus(PATIENCE);
        try (Jedis jedis = node.connect()) {
            while (!jedis.clusterInfo().contains("cluster_state:ok")
                    || jedis.clusterNodes().lines().count() < NODES) {
                if (Instant.now().isAfter(latest)) {
                    throw new IllegalStateException("The nodes of the cluster do not agree: " + jedis.clusterInfo());
                }
                LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
            }
        }
    }
}
