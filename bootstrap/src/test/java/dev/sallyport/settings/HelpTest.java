package dev.sallyport.settings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sallyport.testkit.GeneratedFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class HelpTest {

    private static final String PAGE = "docs/configuration.md";

    /** What stands above is written by hand. */
    private static final String TABLE_BEGINS = "## Every setting\n\n";

    @ParameterizedTest
    @EnumSource
    void theHelpNamesEverySetting(Setting setting) {
        assertThat(Help.text())
                .contains(
                        "  " + setting.argument() + "  (" + setting.variable() + ")\n",
                        "Allowed: " + setting.allowed().description() + ".");
    }

    @Test
    void thePageOfTheDocumentationListsWhatTheCatalogueHas() throws IOException {
        String page = Files.readString(Path.of("..", PAGE));
        String prose = page.substring(0, page.indexOf(TABLE_BEGINS) + TABLE_BEGINS.length());

        GeneratedFile.assertUpToDate(PAGE, prose + Help.markdownTable());
    }
}
