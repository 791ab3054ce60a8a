package dev.sallyport.testkit.backend;

import java.net.URI;
import java.util.function.UnaryOperator;
import redis.clients.jedis.Jedis;

/** Hands out a Redis server's empty logical databases, from the one in its URL upwards, each once. */
final class EmptyRedisDatabases implements UnaryOperator<ServerUrl> {

    private int handedOut;

    @Override
    public synchronized ServerUrl apply(ServerUrl server) {
        int first = server.database().isEmpty() ? 0 : Integer.parseInt(server.database());
        try (Jedis jedis = new Jedis(URI.create(server.toString()))) {
            int number;
            do {
                number = first + handedOut++;
                jedis.select(number);
            } while (jedis.dbSize() > 0);
            return server.withDatabase(Integer.toString(number));
        }
    }
}
