package dev.sallyport.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sallyport.domain.role.BuiltInRoles;
import dev.sallyport.domain.role.RoleName;
import dev.sallyport.settings.Configuration;
import dev.sallyport.settings.Setting;
import dev.sallyport.settings.Settings;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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

    private static StoragePlan plan(Map<Setting, String> given) {
        return StoragePlan.of(Configuration.of(Settings.of(given)));
    }
}
