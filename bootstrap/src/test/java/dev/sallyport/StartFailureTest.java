package dev.sallyport;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sallyport.settings.Configuration;
import dev.sallyport.settings.Setting;
import dev.sallyport.settings.Settings;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class StartFailureTest {

    @TempDir
    private Path data;

    @Test
    void aDiskThatIsFull() {
        IOException cause = new IOException("No space left on device");

        assertThat(failure(new IllegalStateException(cause), ""))
                .hasMessageStartingWith("There is no space left for the database");
    }

    @Test
    void thePasswordInAUrlIsNotRepeated() {
        SQLException cause = new SQLException("refused", "08001", 1);

        assertThat(failure(new IllegalStateException(cause), "jdbc:h2:tcp://db/sallyport;USER=sa;PASSWORD=s3cret"))
                .hasMessageStartingWith("The database ")
                .hasMessageNotContaining("s3cret");
    }

    @Test
    void whatNobodyForesawSaysHowToSeeMore() {
        assertThat(failure(new IllegalStateException("s3cret"), ""))
                .hasMessageContaining("--log.level debug")
                .hasMessageNotContainingAny("s3cret", "IllegalState");
    }

    @Test
    void theCauseIsKeptForTheLog() {
        IllegalStateException cause = new IllegalStateException();

        assertThat(failure(cause, "memory:")).hasCause(cause);
    }

    private StartFailure failure(RuntimeException failure, String url) {
        return StartFailure.of(failure, configuration(url));
    }

    private Configuration configuration(String url) {
        return Configuration.of(Settings.of(Map.of(Setting.DATA, data.toString(), Setting.STORAGE_ACCOUNTS_URL, url)));
    }
}
