package dev.sallyport.adapters.redis;

import io.lettuce.core.RedisCommandExecutionException;
import io.lettuce.core.SetArgs;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What must be true of a Redis before it may keep sessions. */
final class StartChecks {

    private static final Logger LOG = LoggerFactory.getLogger(StartChecks.class);

    /** {@code SET} with {@code PXAT} came with this one; it is also the oldest that the tests run on. */
    private static final String OLDEST = "6.2";

    private static final Pattern VERSION = Pattern.compile("redis_version:(\\d+)\\.(\\d+)\\S*");
    private static final Pattern IN_CLUSTER = Pattern.compile("cluster_enabled:1");
    private static final String POLICY = "maxmemory-policy";

    /** How the keys and values are laid out. A change that an older version cannot read makes it one more. */
    private static final int SCHEMA = 1;

    private static final String SCHEMA_KEY = "sallyport:schema";

    private StartChecks() {}

    /** Throws what {@link RedisStartFailure} explains. */
    static void check(Redis redis, RedisUrl.Kind kind) {
        redis.masters().forEach(server -> {
            ifAllowed(server::info, "its version").ifPresent(info -> checkInfo(info, kind));
            ifAllowed(() -> server.configGet(POLICY), "its maxmemory-policy").ifPresent(StartChecks::checkPolicy);
        });
        checkSchema(redis);
    }

    static void checkInfo(String info, RedisUrl.Kind kind) {
        VERSION.matcher(info)
                .results()
                .findFirst()
                .filter(StartChecks::isTooOld)
                .ifPresent(version -> {
                    throw new UnfitRedisException(
                            "is too old (" + version.group().substring("redis_version:".length())
                                    + "); it takes version " + OLDEST + " or newer");
                });
        if (kind != RedisUrl.Kind.CLUSTER && IN_CLUSTER.matcher(info).find()) {
            throw new UnfitRedisException("is part of a cluster; begin its URL with redis-cluster://");
        }
    }

    private static boolean isTooOld(MatchResult version) {
        int major = Integer.parseInt(version.group(1));
        return major < 6 || (major == 6 && Integer.parseInt(version.group(2)) < 2);
    }

    /** Even where nothing limits the memory yet: that can change while we run, and then sessions and counters would vanish unseen. */
    private static void checkPolicy(Map<String, String> config) {
        String policy = config.getOrDefault(POLICY, "noeviction");
        if (!policy.equals("noeviction")) {
            throw new UnfitRedisException("may throw away sessions when its memory is full (" + POLICY + " " + policy
                    + "); set " + POLICY + " noeviction");
        }
    }

    private static void checkSchema(Redis redis) {
        redis.ask(commands -> commands.set(SCHEMA_KEY, Integer.toString(SCHEMA), SetArgs.Builder.nx()));
        String schema = redis.ask(commands -> commands.get(SCHEMA_KEY));
        if (schema != null && Integer.parseInt(schema) > SCHEMA) {
            throw new UnfitRedisException("was last used by a newer version of the service (schema " + schema
                    + ", this one knows " + SCHEMA + "); start that version");
        }
    }

    /** Managed services keep some commands for themselves. */
    private static <T> Optional<T> ifAllowed(Supplier<T> question, String what) {
        try {
            return Optional.of(question.get());
        } catch (RedisCommandExecutionException e) {
            String error = String.valueOf(e.getMessage());
            if (!error.startsWith("NOPERM") && !error.contains("unknown command")) {
                throw e;
            }
            LOG.warn("Redis does not tell us {}; see that it is as docs/backends.md says.", what);
            return Optional.empty();
        }
    }
}
