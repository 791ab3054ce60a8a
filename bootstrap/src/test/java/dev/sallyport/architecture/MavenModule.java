package dev.sallyport.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.Source;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A module of the product as it lies on disk. The test kit is none: it never runs in production. */
record MavenModule(Path folder) {

    private static final Pattern MODULE = Pattern.compile("<module>(?!test-kit<)(.+?)</module>");

    static List<MavenModule> all() {
        Path root = root();
        return MODULE.matcher(read(root.resolve("pom.xml")))
                .results()
                .map(module -> new MavenModule(root.resolve(module.group(1))))
                .toList();
    }

    /** The module a class was compiled in, be it from its main sources or its tests. */
    static MavenModule of(JavaClass type) {
        Path compiled = Path.of(type.getSource().map(Source::getUri).orElseThrow());
        return all().stream()
                .filter(module -> compiled.startsWith(module.folder))
                .findFirst()
                .orElseThrow();
    }

    String name() {
        return folder.getFileName().toString();
    }

    Path classes() {
        return folder.resolve("target/classes");
    }

    /** The names of the classes its source files are named after, {@code package-info} included. */
    List<String> sourceClasses() {
        Path sources = folder.resolve("src/main/java");
        return javaFiles(sources).stream()
                .map(file -> sources.relativize(file).toString())
                .map(file -> file.substring(0, file.length() - ".java".length()).replace('/', '.'))
                .toList();
    }

    /** The text of each of its test sources. */
    List<String> tests() {
        return javaFiles(folder.resolve("src/test/java")).stream()
                .map(MavenModule::read)
                .toList();
    }

    /** The tests run in the folder of the module, or of the project when an IDE starts them. */
    private static Path root() {
        Path here = Path.of("").toAbsolutePath();
        return Stream.iterate(here, folder -> folder != null, Path::getParent)
                .filter(folder -> Files.exists(folder.resolve("bootstrap/pom.xml")))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("The project is not around " + here));
    }

    private static List<Path> javaFiles(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".java")).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
