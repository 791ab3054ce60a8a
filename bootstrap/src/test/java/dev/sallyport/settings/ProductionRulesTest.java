package dev.sallyport.settings;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.sallyport.adapters.crypto.key.MasterKey;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.EnumMap;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class ProductionRulesTest {

    private static final Map<Setting, String> SOUND = Map.of(
            Setting.ENVIRONMENT, "production",
            Setting.MASTER_KEY, Examples.KEY,
            Setting.TOKENS_ISSUER, "https://login.example.org",
            Setting.CORS_ORIGINS, "https://app.example.org");

    @Test
    void aSoundConfigurationPasses() {
        Configuration sound = Configuration.of(Settings.of(SOUND));

        assertThatCode(() -> ProductionRules.check(sound)).doesNotThrowAnyException();
        assertThatCode(() -> ProductionRules.check(sound, MasterKey.fromText(Examples.KEY)))
                .doesNotThrowAnyException();
    }

    @Test
    void aMasterKeyMustBeGiven() {
        assertRefused(
                () -> ProductionRules.check(soundBut(Setting.MASTER_KEY, "")),
                "sallyport.master-key-file (SALLYPORT_MASTER_KEY_FILE)",
                "sallyport.master-key (SALLYPORT_MASTER_KEY)",
                "openssl rand -base64 32");
    }

    @Test
    void aMasterKeyThatAnEarlierStartMadeIsRefusedToo(@TempDir Path folder) {
        Path file = folder.resolve("master.key");
        MasterKey.loadOrGenerate(file, new SecureRandom());

        assertRefused(
                () -> ProductionRules.check(Configuration.of(Settings.of(SOUND)), MasterKey.fromFile(file)),
                "sallyport.master-key-file (SALLYPORT_MASTER_KEY_FILE)",
                "copy it");
    }

    @Test
    void theIssuerMustBeHttps() {
        for (String issuer : new String[] {"", "http://login.example.org"}) {
            assertRefused(
                    () -> ProductionRules.check(soundBut(Setting.TOKENS_ISSUER, issuer)),
                    "sallyport.tokens.issuer (SALLYPORT_TOKENS_ISSUER)",
                    "https URL");
        }
    }

    @Test
    void noOriginMayBeEverybody() {
        assertRefused(
                () -> ProductionRules.check(soundBut(Setting.CORS_ORIGINS, "https://app.example.org,*")),
                "sallyport.cors.origins (SALLYPORT_CORS_ORIGINS)",
                "names the origins");
    }

    @ParameterizedTest
    @EnumSource(
            value = Setting.class,
            names = {"STORAGE_ACCOUNTS_URL", "STORAGE_TOKENS_URL"})
    void nothingIsKeptInMemory(Setting url) {
        assertRefused(
                () -> ProductionRules.check(soundBut(url, "memory:")),
                url.bothNames(),
                "a restart empties",
                "name a database");
    }

    @Test
    void elsewhereTheDefaultsPass(@TempDir Path folder) {
        Configuration defaults = Configuration.of(Settings.of(Map.of()));
        MasterKey generated = MasterKey.loadOrGenerate(folder.resolve("master.key"), new SecureRandom());

        assertThatCode(() -> ProductionRules.check(defaults)).doesNotThrowAnyException();
        assertThatCode(() -> ProductionRules.check(defaults, generated)).doesNotThrowAnyException();
    }

    private static Configuration soundBut(Setting setting, String value) {
        Map<Setting, String> given = new EnumMap<>(SOUND);
        given.put(setting, value);
        return Configuration.of(Settings.of(given));
    }

    private static void assertRefused(ThrowingCallable call, String... words) {
        assertThatExceptionOfType(SettingsException.class)
                .isThrownBy(call)
                .withMessageStartingWith("In production ")
                .withMessageContainingAll(words);
    }
}
