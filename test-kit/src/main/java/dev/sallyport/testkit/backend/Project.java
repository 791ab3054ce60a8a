package dev.sallyport.testkit.backend;

import java.nio.file.Files;
import java.nio.file.Path;

/** The project whose tests run: Maven runs them in their module's folder, an IDE perhaps in the root. */
final class Project {

    private Project() {}

    static Path root() {
        Path here = Path.of("").toAbsolutePath();
        return Files.exists(here.resolve(".mvn")) ? here : here.resolve("..").normalize();
    }
}
