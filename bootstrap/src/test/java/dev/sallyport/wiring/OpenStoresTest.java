package dev.sallyport.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sallyport.domain.role.BuiltInRoles;
import dev.sallyport.domain.role.RoleName;
import dev.sallyport.settings.Configuration;
import dev.sallyport.settings.Setting;
import dev.sallyport.settings.Settings;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class OpenStoresTest {

    @Test
    void storesOpenWithoutAService(@TempDir Path data) {
        StoragePlan plan = plan(Map.of(Setting.DATA, data.toString()));
        try (OpenStores stores = OpenStores.of(plan)) {
            stores.accounts().roles().define(BuiltInRoles.USER);
        }

        try (OpenStores again = OpenStores.of(plan)) {
            assertThat(again.accounts().roles().find(RoleName.USER)).contains(BuiltInRoles.USER);
            assertThat(again.household().roles().count()).isEqualTo(1);
        }
    }

    @Test
    void severalAreOpenAtOnceAndKnowNothingOfEachOther() {
        try (OpenStores one = OpenStores.of(plan(Map.of(Setting.STORAGE_ACCOUNTS_URL, "jdbc:h2:mem:one")));
                OpenStores two = OpenStores.of(plan(Map.of(Setting.STORAGE_ACCOUNTS_URL, "jdbc:h2:mem:two")))) {
            one.accounts().roles().define(BuiltInRoles.USER);

            assertThat(two.accounts().roles().list()).isEmpty();
        }
    }

    /** Micronaut reads some texts in its properties as references to others. */
    @ParameterizedTest
    @ValueSource(strings = {"${path}", "a${b}c${d:e}", "${", "#{1 + 1}", "\\${x}", "p:q/r?s@t"})
    void aPasswordIsTakenAsItIs(String password) throws SQLException {
        String url = "jdbc:h2:mem:guarded";
        StoragePlan plan = plan(Map.of(
                Setting.STORAGE_ACCOUNTS_URL, url,
                Setting.STORAGE_ACCOUNTS_USER, "ada",
                Setting.STORAGE_ACCOUNTS_PASSWORD, password));

        try (OpenStores stores = OpenStores.of(plan);
                Connection another = DriverManager.getConnection(url, "ada", password)) {
            assertThat(stores.accounts().roles().list()).isEmpty();
            assertThat(another.isValid(1)).isTrue();
        }
    }

    private static StoragePlan plan(Map<Setting, String> given) {
        return StoragePlan.of(Configuration.of(Settings.of(given)));
    }
}
