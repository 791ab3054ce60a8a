package dev.sallyport.start;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How a test starts Sallyport: with the launcher's options for Java, from the classes under test. */
record Launch(List<String> javaOptions, List<String> arguments, Map<String, String> environment) {

    Launch {
        javaOptions = List.copyOf(javaOptions);
        arguments = List.copyOf(arguments);
        environment = Map.copyOf(environment);
    }

    static Launch with(String... arguments) {
        return new Launch(List.of(), List.of(arguments), Map.of());
    }

    /** On a free port. */
    static Launch on(Path data, String... arguments) {
        List<String> all = new ArrayList<>(List.of("--port", "0", "--data", data.toString()));
        all.addAll(List.of(arguments));
        return new Launch(List.of(), all, Map.of());
    }

    Launch and(String... more) {
        List<String> all = new ArrayList<>(arguments);
        all.addAll(List.of(more));
        return new Launch(javaOptions, all, environment);
    }

    Launch withJavaOption(String option) {
        return new Launch(List.of(option), arguments, environment);
    }

    Launch withVariable(String name, String value) {
        return new Launch(javaOptions, arguments, Map.of(name, value));
    }

    Process start() {
        ProcessBuilder builder = new ProcessBuilder(command());
        builder.environment().keySet().removeIf(name -> name.startsWith("SALLYPORT_") || name.startsWith("JAVA_"));
        builder.environment().putAll(environment);
        try {
            return builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<String> command() {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1", // these processes live for seconds
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow"));
        command.addAll(javaOptions);
        command.addAll(List.of("-cp", classPath(), "dev.sallyport.Application"));
        command.addAll(arguments);
        return command;
    }

    /** Without the tests' own folder, whose logback-test.xml would stand in for the real one. */
    private static String classPath() {
        return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator, -1))
                .filter(entry -> !entry.endsWith("test-classes"))
                .collect(Collectors.joining(File.pathSeparator));
    }
}
