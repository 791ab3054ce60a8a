package dev.sallyport.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.sallyport.adapters.crypto.password.HashingSettings;
import dev.sallyport.adapters.crypto.password.HashingSettings.Argon2id;
import dev.sallyport.adapters.crypto.password.HashingSettings.Bcrypt;
import dev.sallyport.adapters.crypto.token.AccessTokenSettings;
import dev.sallyport.adapters.crypto.token.AccessTokenSettings.TokenType;
import dev.sallyport.adapters.crypto.token.SigningAlgorithm;
import dev.sallyport.adapters.rest.operations.MetricsAccess;
import dev.sallyport.application.throttle.ThrottlePolicy;
import dev.sallyport.application.user.DeletedRetention;
import dev.sallyport.breaker.BreakerSettings;
import dev.sallyport.domain.password.PasswordPolicy;
import dev.sallyport.domain.password.PasswordPolicy.CharacterKind;
import dev.sallyport.domain.token.SessionPolicy;
import dev.sallyport.settings.Storage.Pool;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

final class ConfigurationTest {

    @Test
    void theDefaultsAreTheProducts() {
        Configuration defaults = Configuration.of(Settings.of(Map.of()));

        assertThat(defaults.http()).isEqualTo(new Configuration.Http("127.0.0.1", 8080, 64 * 1024, List.of(), true));
        assertThat(defaults.data()).isEqualTo(Path.of("data").toAbsolutePath());
        assertThat(defaults.production()).isFalse();
        assertThat(defaults.storage())
                .isEqualTo(new Storage(
                        Optional.empty(),
                        Optional.empty(),
                        Duration.ofSeconds(2),
                        Duration.ZERO,
                        new Pool(5, 20),
                        new Pool(10, 50)));
        assertThat(defaults.breaker()).isEqualTo(BreakerSettings.DEFAULT);
        assertThat(defaults.masterKey().isMissing()).isTrue();
        assertThat(defaults.firstAdmin()).isEmpty();
        assertThat(defaults.deletedRetention()).isEqualTo(DeletedRetention.DEFAULT);
        assertThat(defaults.signing()).isEqualTo(new Configuration.Signing(SigningAlgorithm.RS256, Optional.empty()));
        assertThat(defaults.accessTokens())
                .isEqualTo(new AccessTokenSettings(
                        "http://localhost:8080", "sallyport", "sallyport", TokenType.AT_JWT, true));
        assertThat(defaults.accessLifetime()).isEqualTo(Duration.ofMinutes(15));
        assertThat(defaults.sessions()).isEqualTo(SessionPolicy.DEFAULT);
        assertThat(defaults.passwords()).isEqualTo(PasswordPolicy.DEFAULT);
        assertThat(defaults.hashing()).isEqualTo(HashingSettings.of(Bcrypt.DEFAULT));
        assertThat(defaults.throttle()).isEqualTo(ThrottlePolicy.DEFAULT);
        assertThat(defaults.metrics()).isEqualTo(new MetricsAccess(Optional.empty()));
        assertThat(defaults.log()).isEqualTo(new Configuration.Log("auto", "info"));
    }

    @Test
    void theDefaultsOfArgon2idAreItsOwn() {
        Configuration configuration = Configuration.of(Settings.of(Map.of(Setting.HASHING_ALGORITHM, "argon2id")));

        assertThat(configuration.hashing()).isEqualTo(HashingSettings.of(Argon2id.DEFAULT));
    }

    @ParameterizedTest
    @EnumSource
    void everySettingChangesWhatTheServiceIsMadeFrom(Setting setting) {
        Configuration without = Configuration.of(Settings.of(Examples.context(setting)));

        Configuration with = Configuration.of(Examples.given(setting, Examples.of(setting)));

        assertThat(with).isNotEqualTo(without);
    }

    @ParameterizedTest
    @EnumSource
    void aValueThatIsNotAllowedIsRefusedByNameAndNeverRepeated(Setting setting) {
        if (takesAnyText(setting)) {
            return;
        }

        assertThatExceptionOfType(SettingsException.class)
                .isThrownBy(() -> configuration(setting, "n0nsense"))
                .satisfies(refused -> assertThat(refused.getMessage())
                        .contains(setting.fullName(), setting.variable())
                        .contains(requirement(setting))
                        .doesNotContain("n0nsense")
                        .endsWith("."));
    }

    @ParameterizedTest
    @EnumSource(
            value = Setting.class,
            names = {"HOST", "DATA", "TOKENS_AUDIENCE", "TOKENS_CLIENT_ID"})
    void aTextThatMustBeThereIsNotBlank(Setting setting) {
        assertRefused(Map.of(setting, " "), setting);
    }

    @ParameterizedTest
    @EnumSource
    void theEndsOfARangeAreAllowedAndNothingBeyond(Setting setting) {
        if (setting.allowed() instanceof Allowed.Numbers(int least, int most, String note)) {
            assertThat(Settings.of(Map.of(setting, "" + least)).number(setting)).isEqualTo(least);
            assertThat(Settings.of(Map.of(setting, "" + most)).number(setting)).isEqualTo(most);
            assertRefused(Map.of(setting, "" + (least - 1)), setting);
            assertRefused(Map.of(setting, "" + (most + 1)), setting);
            assertRefused(Map.of(setting, "99999999999"), setting);
        }
    }

    @ParameterizedTest
    @EnumSource
    void everyWordIsUnderstood(Setting setting) {
        if (setting.allowed() instanceof Allowed.Words(List<String> words)) {
            for (String word : words) {
                Map<Setting, String> given = Map.of(
                        setting,
                        word,
                        Setting.TOKENS_ACCESS_HS256_SECRET,
                        Examples.of(Setting.TOKENS_ACCESS_HS256_SECRET));

                assertThatCode(() -> Configuration.of(Settings.of(given))).doesNotThrowAnyException();
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"500ms, PT0.5S", "0s, PT0S", "90s, PT90S", "10m, PT10M", "0h, PT0S", "0d, PT0S"})
    void aDurationIsANumberAndItsUnit(String text, Duration expected) {
        Settings settings = Settings.of(Map.of(Setting.TOKENS_REFRESH_GRACE, text));

        assertThat(settings.duration(Setting.TOKENS_REFRESH_GRACE)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"10", "s", "-1s", "1.5m", "10 s", "10S", "PT10S", "601s", "11m", "1h", "9999999999s", "1w", "''"})
    void anythingElseIsNoDurationOrTooLong(String text) {
        assertRefused(Map.of(Setting.TOKENS_REFRESH_GRACE, text), Setting.TOKENS_REFRESH_GRACE);
    }

    @ParameterizedTest
    @CsvSource({
        "login.example.org",
        "ftp://login.example.org",
        "https://",
        "https://user:pw@login.example.org",
        "https://login.example.org/?tenant=1",
        "https://login.example.org/#top",
        "https://login example.org"
    })
    void anIssuerIsAWebAddress(String text) {
        assertRefused(Map.of(Setting.TOKENS_ISSUER, text), Setting.TOKENS_ISSUER);
    }

    @ParameterizedTest
    @CsvSource({
        "app.example.org",
        "https://app.example.org/",
        "https://APP.example.org",
        "https://*.example.org",
        "null"
    })
    void anOriginIsWhatABrowserSends(String text) {
        assertRefused(Map.of(Setting.CORS_ORIGINS, "https://ok.example.org," + text), Setting.CORS_ORIGINS);
    }

    @Test
    void originsAreAListOrEverybody() {
        assertThat(configuration(Setting.CORS_ORIGINS, " https://a.example.org ,, http://localhost:3000,")
                        .http()
                        .corsOrigins())
                .containsExactly("https://a.example.org", "http://localhost:3000");
        assertThat(configuration(Setting.CORS_ORIGINS, "*").http().corsOrigins())
                .containsExactly("*");
    }

    @Test
    void theQueueGrowsWithTheThreadsUnlessItIsGiven() {
        assertThat(hashing(Map.of(Setting.HASHING_THREADS, "3"))).isEqualTo(new HashingSettings(Bcrypt.DEFAULT, 3, 48));
        assertThat(hashing(Map.of(Setting.HASHING_THREADS, "3", Setting.HASHING_QUEUE, "5")))
                .isEqualTo(new HashingSettings(Bcrypt.DEFAULT, 3, 5));
    }

    @Test
    void eachKindOfCharacterIsAskedForOnItsOwn() {
        assertThat(configuration(Setting.PASSWORD_SPECIAL, "false").passwords().required())
                .containsExactlyInAnyOrder(CharacterKind.UPPER, CharacterKind.LOWER, CharacterKind.DIGIT);
    }

    @Test
    void aSessionLivesAtMostAsLongAsWithoutARefreshAtLeast() {
        assertRefused(
                Map.of(Setting.TOKENS_REFRESH_IDLE, "31d"),
                Setting.TOKENS_REFRESH_ABSOLUTE,
                Setting.TOKENS_REFRESH_IDLE);
    }

    @Test
    void theLongestPasswordIsAsLongAsTheShortestAtLeast() {
        assertRefused(
                Map.of(Setting.PASSWORD_MAX_LENGTH, "7"), Setting.PASSWORD_MAX_LENGTH, Setting.PASSWORD_MIN_LENGTH);
    }

    @ParameterizedTest
    @CsvSource({"SQL", "MONGO"})
    void aPoolHoldsAsManyConnectionsAsItKeepsAtLeast(String which) {
        Setting least = Setting.valueOf("STORAGE_" + which + "_POOL_MIN");
        Setting most = Setting.valueOf("STORAGE_" + which + "_POOL_MAX");

        assertRefused(Map.of(least, "3", most, "2"), least, most);
        assertThatCode(() -> Configuration.of(Settings.of(Map.of(least, "2", most, "2"))))
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource({"ACCOUNTS, USER", "ACCOUNTS, PASSWORD", "TOKENS, USER", "TOKENS, PASSWORD"})
    void whoIsLetInToADatabaseGoesWithItsUrl(String axis, String credential) {
        Setting given = Setting.valueOf("STORAGE_" + axis + "_" + credential);

        assertRefused(Map.of(given, "ada"), given, Setting.valueOf("STORAGE_" + axis + "_URL"));
    }

    @Test
    void aMasterKeyAndAFileWithOneAreNotGivenBoth() {
        assertRefused(
                Map.of(Setting.MASTER_KEY, Examples.KEY, Setting.MASTER_KEY_FILE, "master.key"),
                Setting.MASTER_KEY,
                Setting.MASTER_KEY_FILE);
    }

    @Test
    void theFirstAdministratorHasAnAddressAndOnePasswordOrIsNotNamed() {
        assertRefused(
                Map.of(Setting.BOOTSTRAP_ADMIN_EMAIL, "ada@example.org"),
                Setting.BOOTSTRAP_ADMIN_EMAIL,
                Setting.BOOTSTRAP_ADMIN_PASSWORD,
                Setting.BOOTSTRAP_ADMIN_PASSWORD_FILE);
        assertRefused(Map.of(Setting.BOOTSTRAP_ADMIN_PASSWORD, Examples.PASSWORD), Setting.BOOTSTRAP_ADMIN_EMAIL);
        assertRefused(Map.of(Setting.BOOTSTRAP_ADMIN_PASSWORD_FILE, "password"), Setting.BOOTSTRAP_ADMIN_EMAIL);
        assertRefused(
                Map.of(
                        Setting.BOOTSTRAP_ADMIN_EMAIL,
                        "ada@example.org",
                        Setting.BOOTSTRAP_ADMIN_PASSWORD,
                        Examples.PASSWORD,
                        Setting.BOOTSTRAP_ADMIN_PASSWORD_FILE,
                        "password"),
                Setting.BOOTSTRAP_ADMIN_PASSWORD,
                Setting.BOOTSTRAP_ADMIN_PASSWORD_FILE);
    }

    @ParameterizedTest
    @CsvSource({"''", "0123456789abcdef0123456789abcde"})
    void hs256NeedsASecretOf32Bytes(String secret) {
        assertRefused(
                Map.of(Setting.TOKENS_ACCESS_ALGORITHM, "HS256", Setting.TOKENS_ACCESS_HS256_SECRET, secret),
                Setting.TOKENS_ACCESS_ALGORITHM,
                Setting.TOKENS_ACCESS_HS256_SECRET);
    }

    @Test
    void argon2idFitsIntoHalfTheHeapWithAllItsThreads() {
        Map<Setting, String> given = Map.of(
                Setting.HASHING_ALGORITHM, "argon2id",
                Setting.HASHING_ARGON2_MEMORY, "1048576",
                Setting.HASHING_THREADS, "256");

        assertRefused(given, Setting.HASHING_ARGON2_MEMORY, Setting.HASHING_THREADS);
    }

    @Test
    void aPasswordHasRoomForEveryKindOfCharacter() {
        assertRefused(
                Map.of(Setting.PASSWORD_MIN_LENGTH, "1", Setting.PASSWORD_MAX_LENGTH, "2"),
                Setting.PASSWORD_MAX_LENGTH);
    }

    @Test
    void anAccessTokenLivesForWholeSeconds() {
        assertRefused(Map.of(Setting.TOKENS_ACCESS_LIFETIME, "1500ms"), Setting.TOKENS_ACCESS_LIFETIME);
    }

    @Test
    void secretsAreMasked() {
        Configuration configuration = Configuration.of(Settings.of(Map.of(
                Setting.MASTER_KEY,
                Examples.KEY,
                Setting.METRICS_TOKEN,
                "a-token-for-metrics",
                Setting.STORAGE_ACCOUNTS_URL,
                "jdbc:postgresql://db/sallyport?password=in-the-url",
                Setting.STORAGE_ACCOUNTS_PASSWORD,
                Examples.PASSWORD,
                Setting.BOOTSTRAP_ADMIN_EMAIL,
                "ada@example.org",
                Setting.BOOTSTRAP_ADMIN_PASSWORD,
                "Another-Horse-10",
                Setting.TOKENS_ACCESS_ALGORITHM,
                "HS256",
                Setting.TOKENS_ACCESS_HS256_SECRET,
                "0123456789abcdef0123456789abcdef")));

        assertThat(configuration.toString())
                .contains("jdbc:")
                .doesNotContain(
                        Examples.KEY,
                        "a-token-for-metrics",
                        "in-the-url",
                        Examples.PASSWORD,
                        "Another-Horse-10",
                        "0123456789abcdef0123456789abcdef");
    }

    /** Only the file system, the network or the wiring can judge these; see the tests of the start. */
    private static boolean takesAnyText(Setting setting) {
        return switch (setting) {
            case HOST,
                    DATA,
                    MASTER_KEY_FILE,
                    STORAGE_ACCOUNTS_URL,
                    STORAGE_ACCOUNTS_USER,
                    STORAGE_ACCOUNTS_PASSWORD,
                    STORAGE_TOKENS_URL,
                    STORAGE_TOKENS_USER,
                    STORAGE_TOKENS_PASSWORD,
                    BOOTSTRAP_ADMIN_PASSWORD,
                    BOOTSTRAP_ADMIN_PASSWORD_FILE,
                    TOKENS_AUDIENCE,
                    TOKENS_CLIENT_ID -> true;
            default -> false;
        };
    }

    private static String requirement(Setting setting) {
        return setting == Setting.TOKENS_ACCESS_HS256_SECRET
                ? "at least 32 bytes"
                : "allowed: " + setting.allowed().description() + ".";
    }

    private static HashingSettings hashing(Map<Setting, String> given) {
        return Configuration.of(Settings.of(given)).hashing();
    }

    private static Configuration configuration(Setting setting, String value) {
        return Configuration.of(Examples.given(setting, value));
    }

    private static void assertRefused(Map<Setting, String> given, Setting... named) {
        assertThatExceptionOfType(SettingsException.class)
                .isThrownBy(() -> Configuration.of(Settings.of(given)))
                .satisfies(refused -> {
                    for (Setting setting : named) {
                        assertThat(refused.getMessage()).contains(setting.fullName(), setting.variable());
                    }
                });
    }
}
