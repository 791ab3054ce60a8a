package dev.sallyport.adapters.redis;

import dev.sallyport.testkit.backend.RedisBinary;
import java.net.URI;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import redis.clients.jedis.Jedis;

/** Three masters, and a replica of the first, for a test to harm. Slots are given out in thirds, in the order of the masters. */
final class OwnCluster implements AutoCloseable {

    private static final int MASTERS = 3;
    private static final int SLOTS = 16_384;

    private final List<RedisBinary> servers;
    private final List<Jedis> operators;

    private OwnCluster(List<RedisBinary> servers) {
        this.servers = servers;
        this.operators = servers.stream()
                .map(server -> new Jedis(URI.create(server.url())))
                .toList();
    }

    static OwnCluster start() {
        OwnCluster cluster = new OwnCluster(Stream.generate(
                        () -> RedisBinary.start("cluster-enabled yes", "databases 1", "cluster-node-timeout 1000"))
                .limit(MASTERS + 1)
                .toList());
        cluster.introduce();
        return cluster;
    }

    private void introduce() {
        for (int number = 0; number < MASTERS; number++) {
            int from = number * SLOTS / MASTERS;
            int to = (number + 1) * SLOTS / MASTERS;
            master(number).clusterAddSlots(IntStream.range(from, to).toArray());
        }
        operators.stream().skip(1).forEach(other -> other.clusterMeet("127.0.0.1", port(0)));
        awaitAll(operator -> operator.clusterNodes().lines().count() == servers.size());
        replica().clusterReplicate(master(0).clusterMyId());
        awaitAll(operator -> operator.clusterInfo().contains("cluster_state:ok")
                && operator.clusterNodes().contains("slave "));
        Await.that(() -> replica().info("replication").contains("master_link_status:up"));
    }

    private void awaitAll(Predicate<Jedis> condition) {
        operators.forEach(operator -> Await.that(() -> condition.test(operator)));
    }

    String url() {
        return servers.stream()
                .map(server -> "127.0.0.1:" + server.address().getPort())
                .collect(Collectors.joining(",", "redis-cluster://", ""));
    }

    private Jedis master(int number) {
        return operators.get(number);
    }

    /** Of the first master. */
    Jedis replica() {
        return operators.getLast();
    }

    /** The master that a key lies on, by its number. */
    int masterOf(String key) {
        return slotOf(key) * MASTERS / SLOTS;
    }

    /** Until the replica has what was written on the first master: {@code WAIT} counts up to this connection's last command. */
    void awaitReplica() {
        Await.that(() -> master(0).ping().equals("PONG") && master(0).waitReplicas(1, 1_000) == 1);
    }

    /** From now on the slot of that key is one whose keys move. */
    void beginMove(String key, int from, int to) {
        int slot = slotOf(key);
        master(to).clusterSetSlotImporting(slot, master(from).clusterMyId());
        master(from).clusterSetSlotMigrating(slot, master(to).clusterMyId());
    }

    /** One key of a slot that moves; it may have moved already. */
    void move(String key, int from, int to) {
        master(from).migrate("127.0.0.1", port(to), key, 0, 5_000);
    }

    void endMove(String key, int to) {
        String owner = master(to).clusterMyId();
        for (int number = 0; number < MASTERS; number++) {
            master((to + number) % MASTERS).clusterSetSlotNode(slotOf(key), owner);
        }
    }

    private int slotOf(String key) {
        return Math.toIntExact(master(0).clusterKeySlot(key));
    }

    private int port(int master) {
        return servers.get(master).address().getPort();
    }

    void kill(int master) {
        servers.get(master).close();
    }

    @Override
    public void close() {
        operators.forEach(Jedis::close);
        servers.forEach(RedisBinary::close);
    }
}
