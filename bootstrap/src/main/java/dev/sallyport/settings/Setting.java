package dev.sallyport.settings;

import static dev.sallyport.settings.Allowed.durations;
import static dev.sallyport.settings.Allowed.numbers;
import static dev.sallyport.settings.Allowed.text;
import static dev.sallyport.settings.Allowed.words;

import dev.sallyport.domain.password.PasswordPolicy;
import java.util.Locale;

/**
 * The catalogue of settings. Each has one name, {@code sallyport.throttle.enabled}, which is also an argument, {@code
 * --throttle.enabled}, and an environment variable, {@code SALLYPORT_THROTTLE_ENABLED}; what is not in here stops the start.
 */
public enum Setting {
    PORT("port", "8080", numbers(0, 65_535).withNote("0 takes a free one"), "Port to listen on"),
    HOST(
            "host",
            "127.0.0.1",
            text("an address or a name of this machine; 0.0.0.0 for all its addresses"),
            "Address to listen on"),
    DATA("data", "data", text("a folder"), "Folder of the embedded database and the generated master key"),
    ENVIRONMENT(
            "environment",
            "development",
            words("development", "production"),
            "In production the start refuses what is unsafe there"),

    STORAGE_ACCOUNTS_URL(
            "storage.accounts.url",
            "",
            text(Setting.SCHEMES),
            "Where accounts, roles, keys and the audit log are kept; by default an H2 database in the data folder"),
    STORAGE_ACCOUNTS_USER("storage.accounts.user", "", text("a text"), "User name there, if the URL has none"),
    STORAGE_ACCOUNTS_PASSWORD("storage.accounts.password", "", text("a text"), "Password there, if the URL has none"),
    STORAGE_TOKENS_URL(
            "storage.tokens.url",
            "",
            text(Setting.SCHEMES + ", redis:…, rediss:…, redis-sentinel:…, redis-cluster:…"),
            "Where sessions and attempts are kept; by default where accounts are"),
    STORAGE_TOKENS_USER("storage.tokens.user", "", text("a text"), "User name there, if the URL has none"),
    STORAGE_TOKENS_PASSWORD("storage.tokens.password", "", text("a text"), "Password there, if the URL has none"),
    STORAGE_TIMEOUT(
            "storage.timeout",
            "2s",
            durations("250ms", "1m"),
            "How long to wait for a connection or an answer until a store counts as unavailable"),
    STORAGE_WAIT(
            "storage.wait", "0s", durations("0s", "1h"), "How long the start waits for a store that is not there yet"),
    STORAGE_SQL_POOL_MIN("storage.sql.pool-min", "5", numbers(0, 1000), "Idle connections kept to an SQL database"),
    STORAGE_SQL_POOL_MAX("storage.sql.pool-max", "20", numbers(1, 1000), "Connections to an SQL database at most"),
    STORAGE_MONGO_POOL_MIN("storage.mongo.pool-min", "10", numbers(0, 1000), "Connections kept to MongoDB"),
    STORAGE_MONGO_POOL_MAX("storage.mongo.pool-max", "50", numbers(1, 1000), "Connections to MongoDB at most"),
    BREAKER_FAILURES(
            "breaker.failures",
            "5",
            numbers(1, 1000),
            "Calls to a remote store that must fail in a row until no more are made"),
    BREAKER_OPEN("breaker.open", "1s", durations("100ms", "1m"), "How long none are made then"),
    BREAKER_TRIALS(
            "breaker.trials",
            "3",
            numbers(1, 100),
            "Calls that are made after that; unless all of them fail, the store is back"),

    MASTER_KEY(
            "master-key",
            "",
            text("32 bytes as base64 or hexadecimal digits"),
            "The key that stored keys are sealed under; by default generated into the data folder"),
    MASTER_KEY_FILE("master-key-file", "", text("a file that only its owner may read"), "The same, from a file"),

    BOOTSTRAP_ADMIN_EMAIL(
            "bootstrap.admin.email",
            "",
            text("an e-mail address"),
            "Who the start makes a Super Admin while there is none; without it a set-up token is printed instead"),
    BOOTSTRAP_ADMIN_PASSWORD(
            "bootstrap.admin.password",
            "",
            text("a password that the policy lets pass"),
            "The password of that account when it is made"),
    BOOTSTRAP_ADMIN_PASSWORD_FILE(
            "bootstrap.admin.password-file",
            "",
            text("a file"),
            "The same, from a file, which is read while there is no Super Admin only"),
    ACCOUNTS_DELETED_RETENTION(
            "accounts.deleted-retention",
            "30d",
            durations("1d", "3650d"),
            "How long a deleted account can be restored; then it is purged and its address is free"),

    AUDIT_CHECKPOINT_INTERVAL(
            "audit.checkpoint-interval",
            "5m",
            durations("1s", "1h"),
            "How often is signed how far the audit log has come; what was cut off later can be told by the log only"),
    AUDIT_RETENTION(
            "audit.retention", "", durations("1d", "36500d"), "How long audit records are kept; without it for good"),

    TOKENS_ISSUER(
            "tokens.issuer",
            "",
            text("an http or https URL without query or fragment"),
            "iss of access tokens; by default http://localhost:PORT"),
    TOKENS_AUDIENCE("tokens.audience", "sallyport", text("a text"), "aud of access tokens"),
    TOKENS_CLIENT_ID("tokens.client-id", "sallyport", text("a text"), "client_id of access tokens"),
    TOKENS_ACCESS_ALGORITHM(
            "tokens.access.algorithm",
            "RS256",
            words("RS256", "ES256", "EdDSA", "HS256"),
            "What access tokens are signed with"),
    TOKENS_ACCESS_HS256_SECRET(
            "tokens.access.hs256-secret",
            "",
            text("at least 32 bytes"),
            "The secret of HS256, shared with every verifier"),
    TOKENS_ACCESS_LIFETIME(
            "tokens.access.lifetime", "15m", durations("1s", "24h"), "How long an access token is good for"),
    TOKENS_ACCESS_TYPE(
            "tokens.access.type",
            "at+jwt",
            words("at+jwt", "JWT"),
            "typ of access tokens; JWT for verifiers that refuse RFC 9068's"),
    TOKENS_ACCESS_PERMISSIONS(
            "tokens.access.permissions", "true", Allowed.FLAG, "Whether access tokens list the permissions"),
    TOKENS_REFRESH_IDLE(
            "tokens.refresh.idle", "7d", durations("1s", "3650d"), "How long a session lives without a refresh"),
    TOKENS_REFRESH_ABSOLUTE(
            "tokens.refresh.absolute", "30d", durations("1s", "3650d"), "How long a session lives at most"),
    TOKENS_REFRESH_GRACE(
            "tokens.refresh.grace",
            "10s",
            durations("0s", "10m"),
            "How long the refresh token before the current one yields the current one again"),
    SESSIONS_PER_USER(
            "sessions.per-user",
            "20",
            numbers(1, 1000),
            "Sessions an account may have; the oldest ends when one more begins"),

    PASSWORD_MIN_LENGTH(
            "password.min-length", "8", numbers(1, PasswordPolicy.LONGEST), "Fewest characters of a password"),
    PASSWORD_MAX_LENGTH(
            "password.max-length", "128", numbers(1, PasswordPolicy.LONGEST), "Most characters of a password"),
    PASSWORD_UPPER("password.upper", "true", Allowed.FLAG, "Whether a password needs an upper-case letter"),
    PASSWORD_LOWER("password.lower", "true", Allowed.FLAG, "Whether a password needs a lower-case letter"),
    PASSWORD_DIGIT("password.digit", "true", Allowed.FLAG, "Whether a password needs a digit"),
    PASSWORD_SPECIAL("password.special", "true", Allowed.FLAG, "Whether a password needs another character"),
    PASSWORD_REFUSE_COMMON(
            "password.refuse-common", "true", Allowed.FLAG, "Whether the most common passwords are refused"),

    HASHING_ALGORITHM("hashing.algorithm", "bcrypt", words("bcrypt", "argon2id"), "What passwords are hashed with"),
    HASHING_BCRYPT_COST("hashing.bcrypt-cost", "12", numbers(10, 16), "Logarithm of bcrypt's rounds"),
    HASHING_ARGON2_MEMORY("hashing.argon2-memory", "19456", numbers(7168, 1_048_576), "Argon2id's memory in KiB"),
    HASHING_ARGON2_ITERATIONS("hashing.argon2-iterations", "2", numbers(1, 16), "Argon2id's passes"),
    HASHING_ARGON2_PARALLELISM("hashing.argon2-parallelism", "1", numbers(1, 16), "Argon2id's lanes"),
    HASHING_THREADS(
            "hashing.threads", "0", numbers(0, 256).withNote("0 takes one per core"), "Passwords hashed at once"),
    HASHING_QUEUE(
            "hashing.queue",
            "0",
            numbers(0, 10_000).withNote("0 takes 16 per thread"),
            "Passwords that may wait to be hashed before server.busy is answered"),

    THROTTLE_ENABLED("throttle.enabled", "true", Allowed.FLAG, "false turns every limit off"),
    THROTTLE_SIGN_IN_ATTEMPTS(
            "throttle.sign-in.attempts", "5", numbers(1, 1_000_000), "Failed sign-ins per client address and window"),
    THROTTLE_SIGN_IN_WINDOW("throttle.sign-in.window", "15m", durations("1s", "7d"), "The window of failed sign-ins"),
    THROTTLE_REGISTRATION_ATTEMPTS(
            "throttle.registration.attempts",
            "3",
            numbers(1, 1_000_000),
            "Registrations per client address and window"),
    THROTTLE_REGISTRATION_WINDOW(
            "throttle.registration.window", "1h", durations("1s", "7d"), "The window of registrations"),
    THROTTLE_API_KEY_ATTEMPTS(
            "throttle.api-key.attempts", "6000", numbers(1, 1_000_000), "Requests per API key and window"),
    THROTTLE_API_KEY_WINDOW("throttle.api-key.window", "1m", durations("1s", "7d"), "The window of those requests"),

    HTTP_MAX_BODY("http.max-body", "65536", numbers(1024, 1_048_576), "Largest request body in bytes"),
    CORS_ORIGINS(
            "cors.origins",
            "",
            text("origins such as https://app.example.org, separated by commas; * for all"),
            "Web origins that browsers may call from; none by default"),
    DOCS_ENABLED("docs.enabled", "true", Allowed.FLAG, "Whether /openapi.yml and /swagger-ui answer"),
    METRICS_TOKEN(
            "metrics.token",
            "",
            text("at least 16 visible ASCII characters"),
            "Bearer token for /prometheus; without one only this machine may read it"),

    LOG_FORMAT(
            "log.format",
            "auto",
            words("auto", "json", "text"),
            "Log format; auto is text on a terminal and JSON elsewhere"),
    LOG_LEVEL("log.level", "info", words("error", "warn", "info", "debug"), "How much of our own is logged");

    /** What keeps accounts, and so tokens too. */
    private static final String SCHEMES =
            "jdbc:postgresql:…, jdbc:mysql:…, jdbc:mariadb:…, jdbc:sqlite:…, jdbc:h2:…, mongodb:…, mongodb+srv:…, memory:";

    private static final String PREFIX = "sallyport.";

    private final String key;
    private final String standard;

    @SuppressWarnings("ImmutableEnumChecker") // records of texts and numbers, which the checker does not look into
    private final Allowed allowed;

    private final String purpose;

    Setting(String key, String standard, Allowed allowed, String purpose) {
        this.key = key;
        this.standard = standard;
        this.allowed = allowed;
        this.purpose = purpose;
    }

    /** The full name, {@code sallyport.…}. */
    public String fullName() {
        return PREFIX + key;
    }

    public String argument() {
        return "--" + key;
    }

    public String variable() {
        return fullName().toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_');
    }

    /** As sentences name it, since nobody remembers which of the two was used: {@code sallyport.port (SALLYPORT_PORT)}. */
    public String bothNames() {
        return fullName() + " (" + variable() + ")";
    }

    /** The value when none is given; empty where the purpose says what happens then. */
    public String standard() {
        return standard;
    }

    public Allowed allowed() {
        return allowed;
    }

    public String purpose() {
        return purpose;
    }
}
