package dev.sallyport.adapters.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sallyport.adapters.sql.user.SqlUserStore;
import io.micronaut.context.ApplicationContext;
import java.nio.file.Path;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SqlPropertiesTest {

    @Test
    void nothingExistsUnlessSqlIsChosen() {
        try (ApplicationContext context = ApplicationContext.run("test")) {
            assertThat(context.containsBean(SqlUserStore.class)).isFalse();
            assertThat(context.containsBean(DataSource.class)).isFalse();
        }
    }

    @Test
    void aUrlOfADatabaseWeDoNotKnowIsRefusedAndNotRepeated() {
        assertThatThrownBy(() -> SqlProperties.both(SqlDatabase.settings("jdbc:nothing://ada:secret@db.internal/")))
                .isInstanceOf(IllegalArgumentException.class)
                .message()
                .doesNotContain("secret");
    }

    @Test
    void aUrlThatWasGivenGetsWhatDurabilityNeedsUnlessItSaysOtherwise() {
        Object plain =
                SqlProperties.both(SqlDatabase.settings("jdbc:h2:/srv/people")).get("datasources.accounts.url");
        Object chosen = SqlProperties.both(SqlDatabase.settings("jdbc:h2:/srv/people;write_delay=500"))
                .get("datasources.accounts.url");

        assertThat(plain).asString().startsWith("jdbc:h2:/srv/people;").contains(";WRITE_DELAY=0", ";LOCK_TIMEOUT=");
        assertThat(chosen).asString().contains(";write_delay=500").doesNotContain("WRITE_DELAY=0");
    }

    @Test
    void aFolderWhosePathWouldAddSettingsIsRefused() {
        assertThatThrownBy(() -> H2Url.in(Path.of("/data;INIT=DROP"))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aFolderWithSpacesAndLettersOfAnyScriptWillDo(@TempDir Path folder) {
        Path unusual = folder.resolve("Daten für Æ 祖");

        SqlDatabase.in(unusual).close();

        assertThat(unusual.resolve("sallyport.mv.db")).exists();
    }
}
