package dev.sallyport.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file that is made from code and kept in the repository, so that people can read it and a test sees when it falls behind. */
public final class GeneratedFile {

    /** Set to true to write the files instead of comparing them: {@code mvn test -Dsallyport.test.write=true}. */
    private static final String WRITE = "sallyport.test.write";

    private GeneratedFile() {}

    /** Takes a path from the project's root. */
    public static void assertUpToDate(String path, String expected) throws IOException {
        Path file = root().resolve(path);
        if (Boolean.getBoolean(WRITE)) {
            Files.createDirectories(file.getParent());
            Files.writeString(file, expected);
        }
        assertThat(file)
                .as("made from code; run mvn test -D%s=true to make it again", WRITE)
                .exists()
                .content()
                .isEqualTo(expected);
    }

    /** Tests run in their module's folder. */
    private static Path root() {
        Path here = Path.of("").toAbsolutePath();
        return Files.exists(here.resolve(".mvn")) ? here : here.resolve("..");
    }
}
