package dev.sallyport.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.sallyport.domain.password.Password;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class FirstAdminTest {

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"Correct-Horse-9", "Correct-Horse-9\n", "Correct-Horse-9\r\n"})
    void theLineBreakThatAnEditorAddsIsNoneOfThePassword(String content) throws IOException {
        Files.writeString(file(), content);

        assertThat(fromFile().password()).isEqualTo(new Password("Correct-Horse-9"));
    }

    @Test
    void whateverElseIsInTheFileIs() throws IOException {
        Files.writeString(file(), " Correct\nHorse 9 \n\n");

        assertThat(fromFile().password()).isEqualTo(new Password(" Correct\nHorse 9 \n"));
    }

    @Test
    void theFileIsReadWhenThePasswordIsNeededAndNoEarlier() {
        FirstAdmin admin = fromFile();

        assertThatExceptionOfType(SettingsException.class)
                .isThrownBy(admin::password)
                .withMessageContaining(Setting.BOOTSTRAP_ADMIN_PASSWORD_FILE.bothNames())
                .withMessageContaining(file().toString());
    }

    private FirstAdmin fromFile() {
        return FirstAdmin.of(Settings.of(Map.of(
                        Setting.BOOTSTRAP_ADMIN_EMAIL,
                        "ada@example.org",
                        Setting.BOOTSTRAP_ADMIN_PASSWORD_FILE,
                        file().toString())))
                .orElseThrow();
    }

    private Path file() {
        return folder.resolve("password");
    }
}
