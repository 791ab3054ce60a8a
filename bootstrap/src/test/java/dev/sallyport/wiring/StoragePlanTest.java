package dev.sallyport.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.sallyport.settings.Configuration;
import dev.sallyport.settings.Setting;
import dev.sallyport.settings.Settings;
import dev.sallyport.settings.SettingsException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

final class StoragePlanTest {

    @Test
    void byDefaultEverythingIsInTheEmbeddedDatabase() {
        StoragePlan plan = plan(Map.of(Setting.DATA, "elsewhere"));

        assertThat(plan.dataFolder()).contains(Path.of("elsewhere").toAbsolutePath());
        assertThat(plan.isOneDatabase()).isTrue();
        assertThat(plan.accounts().isRemote()).isFalse();
        assertThat(plan.describe()).isEqualTo("H2 in " + Path.of("elsewhere").toAbsolutePath());
    }

    @Test
    void tokensAreWhereAccountsAreUnlessTheyHaveADatabaseOfTheirOwn() {
        assertThat(plan(Map.of(Setting.STORAGE_ACCOUNTS_URL, "jdbc:h2:mem:a")).isOneDatabase())
                .isTrue();
        assertThat(plan("jdbc:h2:mem:a", "jdbc:h2:mem:a").isOneDatabase()).isTrue();
        assertThat(plan("jdbc:h2:mem:a", "jdbc:h2:mem:b").isOneDatabase()).isFalse();
        assertThat(plan("jdbc:h2:mem:a", "memory:").isOneDatabase()).isFalse();
    }

    @Test
    void aDatabaseAskedAsSomebodyElseIsAnother() {
        StoragePlan plan = plan(Map.of(
                Setting.STORAGE_ACCOUNTS_URL, "jdbc:h2:mem:a",
                Setting.STORAGE_TOKENS_URL, "jdbc:h2:mem:a",
                Setting.STORAGE_TOKENS_USER, "tokens"));

        assertThat(plan.isOneDatabase()).isFalse();
    }

    @ParameterizedTest
    @EnumSource(
            value = Setting.class,
            names = {"STORAGE_ACCOUNTS_URL", "STORAGE_TOKENS_URL"})
    void aWrongSchemeNamesTheAllowedOnesAndNeverTheUrl(Setting setting) {
        assertThatExceptionOfType(SettingsException.class)
                .isThrownBy(() -> plan(Map.of(setting, "jdbc:oracle:thin:ada/s3cret@db")))
                .withMessageContainingAll(
                        setting.bothNames(),
                        "jdbc:postgresql:",
                        "jdbc:mariadb:",
                        "jdbc:sqlite:",
                        "mongodb+srv:",
                        "memory:")
                .satisfies(refused -> assertThat(refused.getMessage()).doesNotContain("s3cret"));
    }

    @Test
    void redisKeepsTokensOnly() {
        assertThatExceptionOfType(SettingsException.class)
                .isThrownBy(() -> plan(Map.of(Setting.STORAGE_ACCOUNTS_URL, "redis://:s3cret@cache")))
                .withMessageContainingAll(
                        Setting.STORAGE_ACCOUNTS_URL.bothNames(),
                        "Redis, which keeps tokens only",
                        Setting.STORAGE_TOKENS_URL.bothNames())
                .satisfies(refused -> assertThat(refused.getMessage()).doesNotContain("s3cret"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "redis://cache",
                "rediss://cache",
                "redis-sentinel://one,two/0#master",
                "redis-cluster://one,two",
                "mongodb://db/tokens"
            })
    void whatIsOnAnotherMachineMayBeAway(String url) {
        assertThat(plan("memory:", url).tokens().isRemote()).isTrue();
        assertThat(plan("memory:", url).accounts().isRemote()).isFalse();
    }

    @Test
    void theStartUpLineSaysWhereAndNoPassword() {
        assertThat(plan("mongodb://ada:s3cret@db:27017/sallyport", "redis://:s3cret@cache:6379")
                        .describe())
                .isEqualTo("MongoDB at db:27017/sallyport, tokens: Redis at cache:6379");
        assertThat(plan("memory:", "memory:").describe()).isEqualTo("memory (gone when the process ends)");
    }

    private static StoragePlan plan(String accounts, String tokens) {
        return plan(Map.of(Setting.STORAGE_ACCOUNTS_URL, accounts, Setting.STORAGE_TOKENS_URL, tokens));
    }

    private static StoragePlan plan(Map<Setting, String> given) {
        return StoragePlan.of(Configuration.of(Settings.of(given)));
    }
}
