package dev.sallyport.settings;

import java.util.EnumMap;
import java.util.Map;

/** For each setting a value that is allowed and not its default. */
final class Examples {

    static final String KEY = "00112233445566778899aabbccddeeff00112233445566778899aabbccddeeff";

    /** With everything that means something in a URL. */
    static final String PASSWORD = "s3cr:t/p@ss?";

    private Examples() {}

    /** Exhaustive on purpose: whoever adds a setting is asked for an example here, and so for its test. */
    static String of(Setting setting) {
        return switch (setting) {
            case PORT -> "8181";
            case HOST -> "0.0.0.0";
            case DATA -> "elsewhere";
            case ENVIRONMENT -> "production";
            case STORAGE_ACCOUNTS_URL, STORAGE_TOKENS_URL -> "memory:";
            case STORAGE_ACCOUNTS_USER, STORAGE_TOKENS_USER -> "sallyport";
            case STORAGE_ACCOUNTS_PASSWORD, STORAGE_TOKENS_PASSWORD -> PASSWORD;
            case STORAGE_TIMEOUT -> "500ms";
            case STORAGE_WAIT -> "1m";
            case STORAGE_SQL_POOL_MIN, STORAGE_MONGO_POOL_MIN -> "1";
            case STORAGE_SQL_POOL_MAX, STORAGE_MONGO_POOL_MAX -> "100";
            case BREAKER_FAILURES, BREAKER_TRIALS -> "10";
            case BREAKER_OPEN -> "2s";
            case MASTER_KEY -> KEY;
            case MASTER_KEY_FILE -> "/run/secrets/master.key";
            case BOOTSTRAP_ADMIN_EMAIL -> "ada@example.org";
            case BOOTSTRAP_ADMIN_PASSWORD -> "Correct-Horse-9";
            case BOOTSTRAP_ADMIN_PASSWORD_FILE -> "/run/secrets/admin.password";
            case ACCOUNTS_DELETED_RETENTION, AUDIT_RETENTION -> "7d";
            case AUDIT_CHECKPOINT_INTERVAL -> "30s";
            case TOKENS_ISSUER -> "https://login.example.org/tenant";
            case TOKENS_AUDIENCE, TOKENS_CLIENT_ID -> "shop";
            case TOKENS_ACCESS_ALGORITHM -> "ES256";
            case TOKENS_ACCESS_HS256_SECRET -> "0123456789abcdef0123456789abcdef";
            case TOKENS_ACCESS_LIFETIME -> "90s";
            case TOKENS_ACCESS_TYPE -> "JWT";
            case TOKENS_REFRESH_IDLE -> "24h";
            case TOKENS_REFRESH_ABSOLUTE -> "3650d";
            case TOKENS_REFRESH_GRACE -> "500ms";
            case SESSIONS_PER_USER -> "1";
            case PASSWORD_MIN_LENGTH -> "12";
            case PASSWORD_MAX_LENGTH -> "72";
            case HASHING_ALGORITHM -> "argon2id";
            case HASHING_BCRYPT_COST -> "10";
            case HASHING_ARGON2_MEMORY -> "65536";
            case HASHING_ARGON2_ITERATIONS, HASHING_ARGON2_PARALLELISM -> "4";
            case HASHING_THREADS -> "255";
            case HASHING_QUEUE -> "9999";
            case THROTTLE_SIGN_IN_ATTEMPTS, THROTTLE_REGISTRATION_ATTEMPTS, THROTTLE_API_KEY_ATTEMPTS -> "100";
            case THROTTLE_SIGN_IN_WINDOW, THROTTLE_REGISTRATION_WINDOW, THROTTLE_API_KEY_WINDOW -> "7d";
            case HTTP_MAX_BODY -> "2048";
            case CORS_ORIGINS -> "https://app.example.org, http://localhost:3000";
            case METRICS_TOKEN -> "sixteen-or-more-characters";
            case LOG_FORMAT -> "text";
            case LOG_LEVEL -> "debug";
            case TOKENS_ACCESS_PERMISSIONS,
                    PASSWORD_UPPER,
                    PASSWORD_LOWER,
                    PASSWORD_DIGIT,
                    PASSWORD_SPECIAL,
                    PASSWORD_REFUSE_COMMON,
                    THROTTLE_ENABLED,
                    DOCS_ENABLED -> "false";
        };
    }

    /** What must be set for a setting to mean anything. */
    static Map<Setting, String> context(Setting setting) {
        return switch (setting) {
            case STORAGE_ACCOUNTS_USER, STORAGE_ACCOUNTS_PASSWORD ->
                Map.of(Setting.STORAGE_ACCOUNTS_URL, "jdbc:postgresql://db/sallyport");
            case STORAGE_TOKENS_USER, STORAGE_TOKENS_PASSWORD -> Map.of(Setting.STORAGE_TOKENS_URL, "redis://cache");
            case BOOTSTRAP_ADMIN_EMAIL, BOOTSTRAP_ADMIN_PASSWORD ->
                Map.of(
                        Setting.BOOTSTRAP_ADMIN_EMAIL,
                        "grace@example.org",
                        Setting.BOOTSTRAP_ADMIN_PASSWORD,
                        "Another-Horse-10");
            case BOOTSTRAP_ADMIN_PASSWORD_FILE ->
                Map.of(
                        Setting.BOOTSTRAP_ADMIN_EMAIL,
                        "grace@example.org",
                        Setting.BOOTSTRAP_ADMIN_PASSWORD_FILE,
                        "/run/secrets/another.password");
            case TOKENS_ACCESS_HS256_SECRET ->
                Map.of(
                        Setting.TOKENS_ACCESS_ALGORITHM,
                        "HS256",
                        Setting.TOKENS_ACCESS_HS256_SECRET,
                        "another-secret-of-32-bytes-or-more");
            case HASHING_ARGON2_MEMORY, HASHING_ARGON2_ITERATIONS, HASHING_ARGON2_PARALLELISM ->
                Map.of(Setting.HASHING_ALGORITHM, "argon2id");
            default -> Map.of();
        };
    }

    /** A value in its context. */
    static Settings given(Setting setting, String value) {
        Map<Setting, String> given = new EnumMap<>(Setting.class);
        given.putAll(context(setting));
        given.put(setting, value);
        return Settings.of(given);
    }
}
