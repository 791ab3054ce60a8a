package dev.sallyport.adapters.redis;

import io.lettuce.core.api.StatefulConnection;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.api.sync.RedisServerCommands;
import io.lettuce.core.cluster.api.StatefulRedisClusterConnection;
import io.lettuce.core.cluster.api.async.RedisClusterAsyncCommands;
import io.lettuce.core.cluster.api.sync.RedisClusterCommands;
import io.lettuce.core.cluster.models.partitions.RedisClusterNode;
import java.util.List;

/** A connection to one server, or to all of a cluster that one asks. */
sealed interface RedisConnection {

    /** The same for both, because a cluster can do less. */
    RedisClusterAsyncCommands<String, String> async();

    /** Throws what is thrown by {@link #async()}, after the time-out at the latest. */
    RedisClusterCommands<String, String> sync();

    /** Each server that may keep keys. */
    List<RedisServerCommands<String, String>> masters();

    StatefulConnection<String, String> stateful();

    record ToServer(StatefulRedisConnection<String, String> stateful) implements RedisConnection {

        @Override
        public RedisClusterAsyncCommands<String, String> async() {
            return stateful.async();
        }

        @Override
        public RedisClusterCommands<String, String> sync() {
            return stateful.sync();
        }

        @Override
        public List<RedisServerCommands<String, String>> masters() {
            return List.of(stateful.sync());
        }
    }

    record ToCluster(StatefulRedisClusterConnection<String, String> stateful) implements RedisConnection {

        @Override
        public RedisClusterAsyncCommands<String, String> async() {
            return stateful.async();
        }

        @Override
        public RedisClusterCommands<String, String> sync() {
            return stateful.sync();
        }

        @Override
        public List<RedisServerCommands<String, String>> masters() {
            return stateful.getPartitions().stream()
                    .filter(node -> node.is(RedisClusterNode.NodeFlag.UPSTREAM))
                    .<RedisServerCommands<String, String>>map(
                            node -> stateful.getConnection(node.getNodeId()).sync())
                    .toList();
        }
    }
}
