package dev.sallyport.settings;

import dev.sallyport.adapters.crypto.key.KeyFileException;
import dev.sallyport.adapters.crypto.key.MasterKey;
import dev.sallyport.adapters.crypto.key.SharedSecret;
import dev.sallyport.adapters.crypto.password.HashingSettings;
import dev.sallyport.adapters.crypto.token.AccessTokenSettings;
import dev.sallyport.adapters.crypto.token.AccessTokenSettings.TokenType;
import dev.sallyport.adapters.crypto.token.SigningAlgorithm;
import dev.sallyport.adapters.rest.operations.MetricsAccess;
import dev.sallyport.application.throttle.ThrottlePolicy;
import dev.sallyport.application.user.DeletedRetention;
import dev.sallyport.breaker.BreakerSettings;
import dev.sallyport.domain.password.PasswordPolicy;
import dev.sallyport.domain.password.PasswordPolicy.CharacterKind;
import dev.sallyport.domain.throttle.Limit;
import dev.sallyport.domain.token.SessionPolicy;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** The settings of one service, read and checked: everything that {@link Setting} names, as the types that use it. */
public record Configuration(
        Http http,
        Path data,
        boolean production,
        Storage storage,
        BreakerSettings breaker,
        MasterKeySource masterKey,
        Optional<FirstAdmin> firstAdmin,
        DeletedRetention deletedRetention,
        Audit audit,
        Signing signing,
        AccessTokenSettings accessTokens,
        Duration accessLifetime,
        SessionPolicy sessions,
        PasswordPolicy passwords,
        HashingSettings hashing,
        ThrottlePolicy throttle,
        MetricsAccess metrics,
        Log log) {

    private static final long MEBI = 1024 * 1024;
    private static final Pattern METRICS_TOKEN = Pattern.compile("[!-~]{16,}");

    /** How the service is reached. */
    public record Http(String host, int port, int maxBody, List<String> corsOrigins, boolean docs) {
        public Http {
            corsOrigins = List.copyOf(corsOrigins);
        }
    }

    /** The master key, or the file it is in, or neither. */
    public record MasterKeySource(Optional<MasterKey> key, Optional<Path> file) {

        boolean isMissing() {
            return key.isEmpty() && file.isEmpty();
        }
    }

    /**
     * How the audit log is kept.
     *
     * @param checkpointInterval how often is signed how far it has come
     * @param retention how long records are kept; empty for good
     */
    public record Audit(Duration checkpointInterval, Optional<Duration> retention) {}

    /** What access tokens are signed with; a secret for HS256 only. */
    public record Signing(SigningAlgorithm algorithm, Optional<SharedSecret> secret) {}

    /** How to log: {@code auto}, {@code json} or {@code text}, and from what level on. */
    public record Log(String format, String level) {}

    /** Throws {@link SettingsException} for the first setting that is not allowed. */
    public static Configuration of(Settings settings) {
        Http http = http(settings);
        return new Configuration(
                http,
                settings.path(Setting.DATA).toAbsolutePath().normalize(),
                settings.choice(Setting.ENVIRONMENT).equals("production"),
                Storage.of(settings),
                breaker(settings),
                masterKey(settings),
                FirstAdmin.of(settings),
                new DeletedRetention(settings.duration(Setting.ACCOUNTS_DELETED_RETENTION)),
                audit(settings),
                signing(settings),
                accessTokens(settings, http),
                accessLifetime(settings),
                sessions(settings),
                passwords(settings),
                hashing(settings),
                throttle(settings),
                metrics(settings),
                new Log(settings.choice(Setting.LOG_FORMAT), settings.choice(Setting.LOG_LEVEL)));
    }

    /** In whole seconds, as JWT counts. */
    private static Duration accessLifetime(Settings settings) {
        Duration lifetime = settings.duration(Setting.TOKENS_ACCESS_LIFETIME);
        if (lifetime.toMillisPart() != 0) {
            throw SettingsException.notAllowed(Setting.TOKENS_ACCESS_LIFETIME);
        }
        return lifetime;
    }

    private static Http http(Settings settings) {
        return new Http(
                settings.text(Setting.HOST),
                settings.number(Setting.PORT),
                settings.number(Setting.HTTP_MAX_BODY),
                corsOrigins(settings),
                settings.flag(Setting.DOCS_ENABLED));
    }

    private static List<String> corsOrigins(Settings settings) {
        List<String> origins = settings.list(Setting.CORS_ORIGINS);
        if (!origins.stream().allMatch(origin -> origin.equals("*") || WebAddress.isOrigin(origin))) {
            throw SettingsException.notAllowed(Setting.CORS_ORIGINS);
        }
        return origins;
    }

    private static Audit audit(Settings settings) {
        return new Audit(
                settings.duration(Setting.AUDIT_CHECKPOINT_INTERVAL),
                settings.optionalDuration(Setting.AUDIT_RETENTION));
    }

    private static BreakerSettings breaker(Settings settings) {
        return new BreakerSettings(
                settings.number(Setting.BREAKER_FAILURES),
                settings.duration(Setting.BREAKER_OPEN),
                settings.number(Setting.BREAKER_TRIALS));
    }

    private static MasterKeySource masterKey(Settings settings) {
        Optional<MasterKey> key = settings.optional(Setting.MASTER_KEY).map(Configuration::masterKey);
        Optional<Path> file =
                settings.optional(Setting.MASTER_KEY_FILE).map(given -> settings.path(Setting.MASTER_KEY_FILE));
        if (key.isPresent() && file.isPresent()) {
            throw new SettingsException("Both " + Setting.MASTER_KEY.bothNames() + " and "
                    + Setting.MASTER_KEY_FILE.bothNames() + " are given; give one of them.");
        }
        return new MasterKeySource(key, file);
    }

    private static MasterKey masterKey(String text) {
        try {
            return MasterKey.fromText(text);
        } catch (KeyFileException e) {
            throw SettingsException.notAllowed(Setting.MASTER_KEY);
        }
    }

    private static Signing signing(Settings settings) {
        SigningAlgorithm algorithm = SigningAlgorithm.valueOf(settings.choice(Setting.TOKENS_ACCESS_ALGORITHM));
        Optional<SharedSecret> secret =
                algorithm == SigningAlgorithm.HS256 ? Optional.of(sharedSecret(settings)) : Optional.empty();
        return new Signing(algorithm, secret);
    }

    private static SharedSecret sharedSecret(Settings settings) {
        try {
            return new SharedSecret(
                    settings.optional(Setting.TOKENS_ACCESS_HS256_SECRET).orElse(""));
        } catch (IllegalArgumentException tooShort) {
            throw new SettingsException(Setting.TOKENS_ACCESS_ALGORITHM.bothNames() + " is HS256, so "
                    + Setting.TOKENS_ACCESS_HS256_SECRET.bothNames()
                    + " must have at least 32 bytes; make one with openssl rand -base64 32.");
        }
    }

    private static AccessTokenSettings accessTokens(Settings settings, Http http) {
        return new AccessTokenSettings(
                issuer(settings).orElse("http://localhost:" + http.port()),
                settings.text(Setting.TOKENS_AUDIENCE),
                settings.text(Setting.TOKENS_CLIENT_ID),
                settings.choice(Setting.TOKENS_ACCESS_TYPE).equals("JWT") ? TokenType.JWT : TokenType.AT_JWT,
                settings.flag(Setting.TOKENS_ACCESS_PERMISSIONS));
    }

    private static Optional<String> issuer(Settings settings) {
        Optional<String> issuer = settings.optional(Setting.TOKENS_ISSUER);
        if (!issuer.map(WebAddress::isIssuer).orElse(true)) {
            throw SettingsException.notAllowed(Setting.TOKENS_ISSUER);
        }
        return issuer;
    }

    private static SessionPolicy sessions(Settings settings) {
        Duration idle = settings.duration(Setting.TOKENS_REFRESH_IDLE);
        Duration absolute = settings.duration(Setting.TOKENS_REFRESH_ABSOLUTE);
        if (absolute.compareTo(idle) < 0) {
            throw new SettingsException(Setting.TOKENS_REFRESH_ABSOLUTE.bothNames() + " is shorter than "
                    + Setting.TOKENS_REFRESH_IDLE.bothNames() + "; it must be as long at least.");
        }
        return new SessionPolicy(
                idle,
                absolute,
                settings.duration(Setting.TOKENS_REFRESH_GRACE),
                settings.number(Setting.SESSIONS_PER_USER));
    }

    private static PasswordPolicy passwords(Settings settings) {
        int min = settings.number(Setting.PASSWORD_MIN_LENGTH);
        int max = settings.number(Setting.PASSWORD_MAX_LENGTH);
        if (max < min) {
            throw new SettingsException(Setting.PASSWORD_MAX_LENGTH.bothNames() + " is below "
                    + Setting.PASSWORD_MIN_LENGTH.bothNames() + "; it must be as high at least.");
        }
        Set<CharacterKind> required = requiredKinds(settings);
        if (max < required.size()) {
            throw new SettingsException(Setting.PASSWORD_MAX_LENGTH.bothNames() + " leaves no room for the "
                    + required.size() + " kinds of character that are required; raise it.");
        }
        return new PasswordPolicy(min, max, required, settings.flag(Setting.PASSWORD_REFUSE_COMMON));
    }

    private static Set<CharacterKind> requiredKinds(Settings settings) {
        Set<CharacterKind> required = EnumSet.noneOf(CharacterKind.class);
        for (CharacterKind kind : CharacterKind.values()) {
            Setting setting = switch (kind) {
                case UPPER -> Setting.PASSWORD_UPPER;
                case LOWER -> Setting.PASSWORD_LOWER;
                case DIGIT -> Setting.PASSWORD_DIGIT;
                case SPECIAL -> Setting.PASSWORD_SPECIAL;
            };
            if (settings.flag(setting)) {
                required.add(kind);
            }
        }
        return required;
    }

    private static HashingSettings hashing(Settings settings) {
        HashingSettings.Bcrypt bcrypt = new HashingSettings.Bcrypt(settings.number(Setting.HASHING_BCRYPT_COST));
        HashingSettings.Argon2id argon2id = new HashingSettings.Argon2id(
                settings.number(Setting.HASHING_ARGON2_MEMORY),
                settings.number(Setting.HASHING_ARGON2_ITERATIONS),
                settings.number(Setting.HASHING_ARGON2_PARALLELISM));
        HashingSettings standard =
                HashingSettings.of(settings.choice(Setting.HASHING_ALGORITHM).equals("bcrypt") ? bcrypt : argon2id);
        int threads = settings.number(Setting.HASHING_THREADS);
        int queue = settings.number(Setting.HASHING_QUEUE);
        int chosenThreads = threads == 0 ? standard.threads() : threads;
        int queuePerThread = standard.queue() / standard.threads();
        return fitting(new HashingSettings(
                standard.algorithm(), chosenThreads, queue == 0 ? chosenThreads * queuePerThread : queue));
    }

    /** Running out of memory under a storm of sign-ins would end the process. */
    private static HashingSettings fitting(HashingSettings hashing) {
        long heap = Runtime.getRuntime().maxMemory();
        if (hashing.heapBytes() > heap / 2) {
            throw new SettingsException(
                    "Argon2id needs " + hashing.heapBytes() / MEBI + " MiB with all its threads at work, which is"
                            + " more than half of the " + heap / MEBI + " MiB of heap; lower "
                            + Setting.HASHING_ARGON2_MEMORY.bothNames()
                            + " or " + Setting.HASHING_THREADS.bothNames()
                            + ", or give Java more by SALLYPORT_JAVA_OPTS=-Xmx.");
        }
        return hashing;
    }

    private static ThrottlePolicy throttle(Settings settings) {
        return new ThrottlePolicy(
                settings.flag(Setting.THROTTLE_ENABLED),
                new Limit(
                        settings.number(Setting.THROTTLE_SIGN_IN_ATTEMPTS),
                        settings.duration(Setting.THROTTLE_SIGN_IN_WINDOW)),
                new Limit(
                        settings.number(Setting.THROTTLE_REGISTRATION_ATTEMPTS),
                        settings.duration(Setting.THROTTLE_REGISTRATION_WINDOW)),
                new Limit(
                        settings.number(Setting.THROTTLE_API_KEY_ATTEMPTS),
                        settings.duration(Setting.THROTTLE_API_KEY_WINDOW)));
    }

    private static MetricsAccess metrics(Settings settings) {
        Optional<String> token = settings.optional(Setting.METRICS_TOKEN);
        if (token.filter(text -> !METRICS_TOKEN.matcher(text).matches()).isPresent()) {
            throw SettingsException.notAllowed(Setting.METRICS_TOKEN);
        }
        return new MetricsAccess(token);
    }
}
