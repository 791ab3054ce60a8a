package dev.sallyport.testkit.backend;

import static java.nio.file.StandardOpenOption.APPEND;
import static java.nio.file.StandardOpenOption.CREATE;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The tests of one run of Maven by backend; each JVM that runs tests adds its own to a file. */
final class BackendTable {

    private final Path file;

    BackendTable(Path file) {
        this.file = file;
    }

    /** A file that no other run of Maven has; the modules of one run agree on it by a system property. */
    static BackendTable ofThisRun() {
        String run = System.getProperty(
                "sallyport.test.run", "process-" + ProcessHandle.current().pid());
        return new BackendTable(Project.root().resolve("target/backends").resolve(run + ".tsv"));
    }

    void add(List<BackendCount> counts) throws IOException {
        Files.createDirectories(file.getParent());
        Files.write(file, counts.stream().map(BackendCount::line).toList(), CREATE, APPEND);
    }

    /** For people. */
    String text() throws IOException {
        List<BackendCount> counts = summed();
        int backend = width("backend", counts, BackendCount::backend);
        int provided = width("provided", counts, BackendCount::provided);
        String format = "%-" + backend + "s  %-" + provided + "s  %8s  %8s%n";
        return counts.stream()
                .map(count -> format.formatted(count.backend(), count.provided(), count.passed(), count.failed()))
                .collect(Collectors.joining("", format.formatted("backend", "provided", "passed", "failed"), ""));
    }

    /** By name. */
    private List<BackendCount> summed() throws IOException {
        try (Stream<String> lines = Files.lines(file)) {
            return List.copyOf(lines.map(BackendCount::parse)
                    .collect(Collectors.toMap(
                            count -> count.backend() + "\t" + count.provided(),
                            Function.identity(),
                            BackendCount::plus,
                            TreeMap::new))
                    .values());
        }
    }

    private static int width(String title, List<BackendCount> counts, Function<BackendCount, String> column) {
        return Stream.concat(Stream.of(title), counts.stream().map(column))
                .mapToInt(String::length)
                .max()
                .orElseThrow();
    }
}
