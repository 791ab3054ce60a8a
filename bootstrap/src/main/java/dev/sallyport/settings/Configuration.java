package dev.sallyport.settings;

import dev.sallyport.adapters.crypto.key.SharedSecret;
import dev.sallyport.adapters.crypto.password.HashingSettings;
import dev.sallyport.adapters.crypto.token.AccessTokenSettings;
import dev.sallyport.adapters.crypto.token.AccessTokenSettings.TokenType;
import dev.sallyport.adapters.crypto.token.SigningAlgorithm;
import dev.sallyport.adapters.rest.operations.MetricsAccess;
import dev.sallyport.application.throttle.ThrottlePolicy;
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

/** The settings of one service, read and checked: everything that {@link Setting} names, as the types that use it. */
public record Configuration(
        Http http,
        Path data,
        boolean production,
        Storage storage,
        MasterKeySource masterKey,
        Signing signing,
        AccessTokenSettings accessTokens,
        Duration accessLifetime,
        SessionPolicy sessions,
        PasswordPolicy passwords,
        HashingSettings hashing,
        ThrottlePolicy throttle,
        MetricsAccess metrics) {

    private static final Duration LONGEST_SESSION = Duration.ofDays(3650);
    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final int SHORTEST_METRICS_TOKEN = 16;

    /** How the service is reached. */
    public record Http(String host, int port, int maxBody, List<String> corsOrigins, boolean docs) {
        public Http {
            corsOrigins = List.copyOf(corsOrigins);
        }
    }

    /** Where things are kept; empty for the default. */
    public record Storage(Optional<String> accounts, Optional<String> tokens) {}

    /** Where the master key comes from: text, file, or neither. */
    public record MasterKeySource(Optional<String> text, Optional<Path> file) {

        @Override
        public String toString() {
            return "MasterKeySource[***]";
        }
    }

    /** What access tokens are signed with; a secret for HS256 only. */
    public record Signing(SigningAlgorithm algorithm, Optional<SharedSecret> secret) {}

    /** Throws {@link SettingsException} for the first setting that is not allowed. */
    public static Configuration of(Settings settings) {
        Http http = http(settings);
        return new Configuration(
                http,
                settings.path(Setting.DATA),
                settings.choice(Setting.ENVIRONMENT).equals("production"),
                new Storage(
                        settings.optional(Setting.STORAGE_ACCOUNTS_URL), settings.optional(Setting.STORAGE_TOKENS_URL)),
                masterKey(settings),
                signing(settings),
                accessTokens(settings, http),
                settings.duration(Setting.TOKENS_ACCESS_LIFETIME, SECOND, Duration.ofHours(24)),
                sessions(settings),
                passwords(settings),
                hashing(settings),
                throttle(settings),
                metrics(settings));
    }

    private static Http http(Settings settings) {
        return new Http(
                settings.text(Setting.HOST),
                settings.number(Setting.PORT, 0, 65_535),
                settings.number(Setting.HTTP_MAX_BODY, 1024, 1 << 20),
                settings.list(Setting.CORS_ORIGINS),
                settings.flag(Setting.DOCS_ENABLED));
    }

    private static MasterKeySource masterKey(Settings settings) {
        Optional<String> text = settings.optional(Setting.MASTER_KEY);
        Optional<Path> file =
                settings.optional(Setting.MASTER_KEY_FILE).map(given -> settings.path(Setting.MASTER_KEY_FILE));
        if (text.isPresent() && file.isPresent()) {
            throw new SettingsException("Both " + Setting.MASTER_KEY.fullName() + " and "
                    + Setting.MASTER_KEY_FILE.fullName() + " are given; give one of them.");
        }
        return new MasterKeySource(text, file);
    }

    private static Signing signing(Settings settings) {
        SigningAlgorithm algorithm = SigningAlgorithm.valueOf(settings.choice(Setting.TOKENS_ACCESS_ALGORITHM));
        Optional<SharedSecret> secret =
                algorithm == SigningAlgorithm.HS256 ? Optional.of(sharedSecret(settings)) : Optional.empty();
        return new Signing(algorithm, secret);
    }

    private static SharedSecret sharedSecret(Settings settings) {
        try {
            return new SharedSecret(settings.text(Setting.TOKENS_ACCESS_HS256_SECRET));
        } catch (IllegalArgumentException tooShort) {
            throw new SettingsException(Setting.TOKENS_ACCESS_ALGORITHM.fullName() + " is HS256, so "
                    + Setting.TOKENS_ACCESS_HS256_SECRET.fullName() + " ("
                    + Setting.TOKENS_ACCESS_HS256_SECRET.variable()
                    + ") must have at least 32 bytes; make one with openssl rand -base64 32.");
        }
    }

    private static AccessTokenSettings accessTokens(Settings settings, Http http) {
        return new AccessTokenSettings(
                settings.optional(Setting.TOKENS_ISSUER).orElse("http://localhost:" + http.port()),
                settings.optional(Setting.TOKENS_AUDIENCE)
                        .orElseThrow(() -> SettingsException.notAllowed(Setting.TOKENS_AUDIENCE)),
                settings.optional(Setting.TOKENS_CLIENT_ID)
                        .orElseThrow(() -> SettingsException.notAllowed(Setting.TOKENS_CLIENT_ID)),
                settings.choice(Setting.TOKENS_ACCESS_TYPE).equals("JWT") ? TokenType.JWT : TokenType.AT_JWT,
                settings.flag(Setting.TOKENS_ACCESS_PERMISSIONS));
    }

    private static SessionPolicy sessions(Settings settings) {
        Duration idle = settings.duration(Setting.TOKENS_REFRESH_IDLE, SECOND, LONGEST_SESSION);
        Duration absolute = settings.duration(Setting.TOKENS_REFRESH_ABSOLUTE, SECOND, LONGEST_SESSION);
        if (absolute.compareTo(idle) < 0) {
            throw new SettingsException(Setting.TOKENS_REFRESH_ABSOLUTE.fullName() + " is shorter than "
                    + Setting.TOKENS_REFRESH_IDLE.fullName() + "; it must be as long at least.");
        }
        return new SessionPolicy(
                idle,
                absolute,
                settings.duration(Setting.TOKENS_REFRESH_GRACE, Duration.ZERO, Duration.ofMinutes(10)),
                settings.number(Setting.SESSIONS_PER_USER, 1, 1000));
    }

    private static PasswordPolicy passwords(Settings settings) {
        int min = settings.number(Setting.PASSWORD_MIN_LENGTH, 1, PasswordPolicy.LONGEST);
        int max = settings.number(Setting.PASSWORD_MAX_LENGTH, 1, PasswordPolicy.LONGEST);
        if (max < min) {
            throw new SettingsException(Setting.PASSWORD_MAX_LENGTH.fullName() + " is below "
                    + Setting.PASSWORD_MIN_LENGTH.fullName() + "; it must be as high at least.");
        }
        return new PasswordPolicy(min, max, requiredKinds(settings), settings.flag(Setting.PASSWORD_REFUSE_COMMON));
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
        HashingSettings.Bcrypt bcrypt =
                new HashingSettings.Bcrypt(settings.number(Setting.HASHING_BCRYPT_COST, 10, 16));
        HashingSettings.Argon2id argon2id = new HashingSettings.Argon2id(
                settings.number(Setting.HASHING_ARGON2_MEMORY, 7168, 1 << 20),
                settings.number(Setting.HASHING_ARGON2_ITERATIONS, 1, 16),
                settings.number(Setting.HASHING_ARGON2_PARALLELISM, 1, 16));
        HashingSettings standard =
                HashingSettings.of(settings.choice(Setting.HASHING_ALGORITHM).equals("bcrypt") ? bcrypt : argon2id);
        int threads = settings.number(Setting.HASHING_THREADS, 0, 256);
        int queue = settings.number(Setting.HASHING_QUEUE, 0, 10_000);
        int chosenThreads = threads == 0 ? standard.threads() : threads;
        int queuePerThread = standard.queue() / standard.threads();
        return new HashingSettings(
                standard.algorithm(), chosenThreads, queue == 0 ? chosenThreads * queuePerThread : queue);
    }

    private static ThrottlePolicy throttle(Settings settings) {
        Duration week = Duration.ofDays(7);
        return new ThrottlePolicy(
                settings.flag(Setting.THROTTLE_ENABLED),
                new Limit(
                        settings.number(Setting.THROTTLE_SIGN_IN_ATTEMPTS, 1, 1_000_000),
                        settings.duration(Setting.THROTTLE_SIGN_IN_WINDOW, SECOND, week)),
                new Limit(
                        settings.number(Setting.THROTTLE_REGISTRATION_ATTEMPTS, 1, 1_000_000),
                        settings.duration(Setting.THROTTLE_REGISTRATION_WINDOW, SECOND, week)));
    }

    private static MetricsAccess metrics(Settings settings) {
        Optional<String> token = settings.optional(Setting.METRICS_TOKEN);
        if (token.filter(text -> text.length() < SHORTEST_METRICS_TOKEN).isPresent()) {
            throw SettingsException.notAllowed(Setting.METRICS_TOKEN);
        }
        return new MetricsAccess(token);
    }
}
