package dev.sallyport.testkit.backend;

import java.util.function.UnaryOperator;

/** The one of each kind. */
final class Servers {

    static final SqlServer POSTGRES =
            new SqlServer(new Source("SALLYPORT_TEST_POSTGRES_URL", Containers::postgres, PostgresBinary::start));

    static final SqlServer MARIADB =
            new SqlServer(new Source("SALLYPORT_TEST_MARIADB_URL", Containers::mariaDb, MariaDbBinary::start));

    static final SqlServer MYSQL = new SqlServer(new Source("SALLYPORT_TEST_MYSQL_URL", Containers::mySql, null));

    static final TestServer MONGO = new TestServer(
            new Source("SALLYPORT_TEST_MONGO_URL", Containers::mongo, MongoInProcess::start),
            url -> url.withDatabase(TestServer.newName()));

    static final TestServer REDIS = new TestServer(
            new Source("SALLYPORT_TEST_REDIS_URL", Containers::redis, RedisBinary::startForTests),
            new EmptyRedisDatabases());

    static final TestServer REDIS_CLUSTER = new TestServer(
            new Source("SALLYPORT_TEST_REDIS_CLUSTER_URL", null, RedisCluster::start), UnaryOperator.identity());

    private Servers() {}
}
