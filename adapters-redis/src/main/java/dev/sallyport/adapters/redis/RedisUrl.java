package dev.sallyport.adapters.redis;

import io.lettuce.core.RedisURI;
import io.lettuce.core.StaticCredentialsProvider;
import io.lettuce.core.cluster.RedisClusterURIUtil;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A URL, understood.
 *
 * @param servers one, unless they are some nodes of a cluster
 */
record RedisUrl(Kind kind, List<RedisURI> servers) {

    private static final Pattern CREDENTIALS = Pattern.compile("//[^/]*@");

    /** Who is to be asked where the data are. */
    enum Kind {
        /** One server, by its address. */
        SINGLE("://"),
        /** One server, the master among those that Sentinels watch. */
        SENTINEL("-sentinel://"),
        CLUSTER("-cluster://");

        private final String rest;

        Kind(String rest) {
            this.rest = rest;
        }

        static Optional<Kind> of(String url) {
            return Arrays.stream(values())
                    .filter(kind -> url.startsWith("redis" + kind.rest) || url.startsWith("rediss" + kind.rest))
                    .findFirst();
        }
    }

    /** Throws {@link UnfitRedisException} if the URL names no server. */
    static RedisUrl of(RedisSettings settings) {
        try {
            Kind kind = Kind.of(settings.url()).orElseThrow(IllegalArgumentException::new);
            return new RedisUrl(
                    kind,
                    servers(kind, settings.url()).stream()
                            .map(server -> complete(server, settings))
                            .toList());
        } catch (IllegalArgumentException withTheUrlInItsMessage) {
            throw new UnfitRedisException("cannot be understood; write redis://host:port,"
                    + " redis-sentinel://host:port,host:port/0#master or redis-cluster://host:port,host:port");
        }
    }

    static String withoutCredentials(String url) {
        return CREDENTIALS.matcher(url).replaceFirst("//");
    }

    private static List<RedisURI> servers(Kind kind, String url) {
        return switch (kind) {
            case SINGLE, SENTINEL -> List.of(RedisURI.create(url));
            case CLUSTER -> RedisClusterURIUtil.toRedisURIs(URI.create(url.replaceFirst("-cluster", "")));
        };
    }

    private static RedisURI complete(RedisURI server, RedisSettings settings) {
        settings.password()
                .ifPresent(password -> server.setCredentialsProvider(
                        new StaticCredentialsProvider(settings.user().orElse(null), password.toCharArray())));
        server.setTimeout(settings.timeout());
        server.getSentinels().forEach(sentinel -> {
            sentinel.setTimeout(settings.timeout());
            sentinel.setSsl(server.isSsl());
        });
        return server;
    }
}
