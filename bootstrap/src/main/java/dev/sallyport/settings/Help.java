package dev.sallyport.settings;

import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What {@code --help} prints, and the table in {@code docs/configuration.md}: both from the catalogue. */
public final class Help {

    private Help() {}

    public static String text() {
        String settings = Stream.of(Setting.values())
                .map(setting -> "  %s  (%s)%n      %s.%n      Allowed: %s.%s%n"
                        .formatted(
                                setting.argument(),
                                setting.variable(),
                                setting.purpose(),
                                setting.allowed().description(),
                                setting.standard().isEmpty() ? "" : " Default: " + setting.standard() + "."))
                .collect(Collectors.joining());
        return """
                Usage: ./sallyport [--KEY VALUE | --KEY=VALUE] ...
                       ./sallyport move|export|import|audit --help

                Starts the Sallyport authentication service; moves what it keeps to other stores, into a file, out of
                a file; or verifies and exports its audit log. Every setting is an option and an environment variable; an option wins.
                SALLYPORT_JAVA_OPTS adds options for the Java process.

                  --help
                      Prints this.
                  --version
                      Prints the version.
                """ + settings;
    }

    public static String markdownTable() {
        String rows = Stream.of(Setting.values())
                .map(setting -> "| `%s` | `%s` | %s | %s | %s |%n"
                        .formatted(
                                setting.argument(),
                                setting.variable(),
                                setting.standard().isEmpty() ? "" : "`" + setting.standard() + "`",
                                setting.allowed().description(),
                                setting.purpose()))
                .collect(Collectors.joining());
        return "| option | environment | default | allowed | what for |%n| --- | --- | --- | --- | --- |%n".formatted()
                + rows;
    }
}
