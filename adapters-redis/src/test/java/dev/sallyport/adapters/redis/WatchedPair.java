package dev.sallyport.adapters.redis;

import dev.sallyport.testkit.backend.RedisBinary;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import redis.clients.jedis.Jedis;

/** A master that writes nothing without its replica, that replica, and a Sentinel that watches both, for a test to harm. */
final class WatchedPair implements AutoCloseable {

    private static final String NAME = "sessions";

    private final RedisBinary master;
    private final RedisBinary replica;
    private final RedisBinary sentinel;
    private final Jedis watchman;

    private WatchedPair(RedisBinary master, RedisBinary replica, RedisBinary sentinel) {
        this.master = master;
        this.replica = replica;
        this.sentinel = sentinel;
        this.watchman = operatorOf(sentinel);
    }

    static WatchedPair start() {
        RedisBinary master = RedisBinary.start("min-replicas-to-write 1");
        RedisBinary replica = RedisBinary.start("replicaof 127.0.0.1 " + portOf(master));
        Await.that(() -> hasItsReplica(master));
        RedisBinary sentinel = RedisBinary.startSentinel(
                "sentinel monitor " + NAME + " 127.0.0.1 " + portOf(master) + " 1",
                "sentinel down-after-milliseconds " + NAME + " 300");
        WatchedPair pair = new WatchedPair(master, replica, sentinel);
        Await.that(pair::knowsItsReplica);
        return pair;
    }

    /** Nobody listens at the first address. */
    String url() {
        return "redis-sentinel://127.0.0.1:1,127.0.0.1:" + portOf(sentinel) + "/0#" + NAME;
    }

    int portOfReplica() {
        return portOf(replica);
    }

    void killMaster() {
        master.close();
    }

    /** The master learns of it from the Sentinel ten seconds later. */
    void promoteReplica() {
        watchman.sentinelFailover(NAME);
    }

    /** Until the replica has what was written: {@code WAIT} counts up to this connection's last command. */
    void awaitReplica() {
        try (Jedis operator = operatorOf(master)) {
            Await.that(() -> operator.ping().equals("PONG") && operator.waitReplicas(1, 1_000) == 1);
        }
    }

    void awaitPromotion() {
        List<String> promoted = List.of("127.0.0.1", Integer.toString(portOf(replica)));
        Await.that(() -> promoted.equals(watchman.sentinelGetMasterAddrByName(NAME)));
    }

    /** And has heard from it, so that it would make it the master. */
    private boolean knowsItsReplica() {
        return watchman.sentinelReplicas(NAME).stream().anyMatch(WatchedPair::isUsable);
    }

    private static boolean isUsable(Map<String, String> known) {
        return Objects.equals(known.get("flags"), "slave") && Objects.equals(known.get("master-link-status"), "ok");
    }

    /** In its own view, by which it writes or does not. */
    private static boolean hasItsReplica(RedisBinary master) {
        try (Jedis operator = operatorOf(master)) {
            return operator.info("replication").contains("min_slaves_good_slaves:1");
        }
    }

    private static Jedis operatorOf(RedisBinary server) {
        return new Jedis(URI.create(server.url()));
    }

    private static int portOf(RedisBinary server) {
        return server.address().getPort();
    }

    @Override
    public void close() {
        watchman.close();
        Stream.of(sentinel, replica, master).forEach(RedisBinary::close);
    }
}
