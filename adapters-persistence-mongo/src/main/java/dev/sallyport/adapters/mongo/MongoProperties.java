package dev.sallyport.adapters.mongo;

import java.util.HashMap;
import java.util.Map;

/**
 * What Micronaut must be told for the MongoDB stores to exist. Each axis names the client that serves it; both on one MongoDB share one
 * client and with it one pool.
 *
 * <p>The maps hold the password: they are for a property source, not for a log. Those of two axes on different MongoDBs may be put
 * together.
 */
public final class MongoProperties {

    /** Carries the name of the client of accounts, roles, keys, API keys and the audit log; without it their stores do not exist. */
    public static final String ACCOUNTS = "sallyport.mongo.accounts";

    /** Carries the name of the client of sessions, attempts and one-time tokens; without it their stores do not exist. */
    public static final String TOKENS = "sallyport.mongo.tokens";

    static final String TIMEOUT = "-timeout";

    static final String AS_IT_IS = "sallyport.mongo.as-it-is";

    private static final String SERVERS = "mongodb.servers.";

    private MongoProperties() {}

    /** Whether a URL is one of MongoDB's, by its scheme. */
    public static boolean isMongo(String url) {
        return MongoUrl.isMongo(url);
    }

    /** For accounts, roles, keys, API keys and the audit log. */
    public static Map<String, Object> accounts(MongoSettings settings) {
        Map<String, Object> properties = client("accounts", settings);
        properties.putAll(axis(ACCOUNTS, "accounts", settings));
        return Map.copyOf(properties);
    }

    /** For sessions, attempts and one-time tokens. */
    public static Map<String, Object> tokens(MongoSettings settings) {
        Map<String, Object> properties = client("tokens", settings);
        properties.putAll(axis(TOKENS, "tokens", settings));
        return Map.copyOf(properties);
    }

    /** For everything, over one pool. */
    public static Map<String, Object> both(MongoSettings settings) {
        Map<String, Object> properties = client("both", settings);
        properties.putAll(axis(ACCOUNTS, "both", settings));
        properties.putAll(axis(TOKENS, "both", settings));
        return Map.copyOf(properties);
    }

    /** The same properties, for databases that are read as they are: neither collections nor indexes are made. */
    public static Map<String, Object> asItIs(Map<String, Object> properties) {
        Map<String, Object> reading = new HashMap<>(properties);
        reading.put(AS_IT_IS, true);
        return Map.copyOf(reading);
    }

    private static Map<String, Object> client(String name, MongoSettings settings) {
        Map<String, Object> properties = new HashMap<>();
        properties.put(SERVERS + name + ".uri", MongoUrl.complete(settings));
        // Readiness asks the ports; a second opinion of the library's would be on another time-out
        properties.put("endpoints.health.mongodb.enabled", false);
        return properties;
    }

    private static Map<String, Object> axis(String axis, String client, MongoSettings settings) {
        return Map.of(axis, client, axis + TIMEOUT, settings.timeout().toMillis());
    }
}
