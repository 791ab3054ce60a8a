package dev.sallyport.testkit.backend;

import java.net.InetSocketAddress;
import java.util.UUID;
import java.util.function.UnaryOperator;

/**
 * A server that tests run against: one of each kind per JVM, started when it is first asked for and gone with the JVM, its
 * processes and folders too.
 *
 * <p>It is, in this order: the one whose URL the environment names ({@code SALLYPORT_TEST_POSTGRES_URL} and so on); a container,
 * where Docker answers; a real binary from Maven Central. For MongoDB there is no such binary, so the last is mongo-java-server,
 * which speaks the protocol. What is started here may lose everything in a crash ({@code fsync} off), so no test of durability can
 * use it; it takes 400 connections and more.
 *
 * <p>Any number of threads may call.
 */
public sealed class TestServer permits SqlServer {

    private final Source source;
    private final UnaryOperator<ServerUrl> fresh;

    TestServer(Source source, UnaryOperator<ServerUrl> fresh) {
        this.source = source;
        this.fresh = fresh;
    }

    /** {@code SALLYPORT_TEST_POSTGRES_URL}: {@code jdbc:postgresql://host:port/db?user=…&password=…} of a user who may create databases. */
    public static SqlServer postgres() {
        return Servers.POSTGRES;
    }

    /** {@code SALLYPORT_TEST_MARIADB_URL}: {@code jdbc:mariadb://host:port/?user=…&password=…} of a user who may create databases. */
    public static SqlServer mariaDb() {
        return Servers.MARIADB;
    }

    /**
     * {@code SALLYPORT_TEST_MYSQL_URL}: {@code jdbc:mysql://host:port/?user=…&password=…} of a user who may create databases. Not
     * {@linkplain #isAvailable available} without it and without Docker.
     */
    public static SqlServer mySql() {
        return Servers.MYSQL;
    }

    /** {@code SALLYPORT_TEST_MONGO_URL}: {@code mongodb://user:password@host:port/?authSource=admin} of a user who may use any database. */
    public static TestServer mongo() {
        return Servers.MONGO;
    }

    /** {@code SALLYPORT_TEST_REDIS_URL}: {@code redis://:password@host:port/0}. It should have a thousand logical databases. */
    public static TestServer redis() {
        return Servers.REDIS;
    }

    /**
     * {@code SALLYPORT_TEST_REDIS_CLUSTER_URL}: {@code redis-cluster://host:port,host:port}. Three masters otherwise; never in
     * containers, since the nodes would send clients to addresses that lead nowhere outside.
     */
    public static TestServer redisCluster() {
        return Servers.REDIS_CLUSTER;
    }

    /** Whether there is one. False for MySQL only, where neither a URL nor Docker provides it. */
    public boolean isAvailable() {
        return source.get().isPresent();
    }

    /** How it was provided, or why it was not: {@code "real binary 18.6"}, {@code "not run: no SALLYPORT_TEST_MYSQL_URL, no Docker"}. */
    public String provided() {
        return source.how();
    }

    /** Where it listens; of a cluster, the first node. */
    public InetSocketAddress address() {
        return url().address();
    }

    /**
     * A new, empty database, with the credentials in it: what somebody would put into {@code SALLYPORT_STORAGE_ACCOUNTS_URL}. On a
     * server given by URL it stays; its name begins with {@code sallyport_test_}. Of Redis it is the next empty logical database. A
     * Redis Cluster has one keyspace, so its URL is always the same and others' keys are there.
     */
    public String freshUrl() {
        return fresh.apply(url()).toString();
    }

    final ServerUrl url() {
        return source.getOrThrow().url();
    }

    static String newName() {
        return "sallyport_test_" + UUID.randomUUID().toString().replace("-", "").substring(0, 16);
    }
}
