package dev.sallyport.settings;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Reads settings from arguments, system properties and the environment, the first that has one winning. A name of ours that is no
 * setting is refused, with the nearest one that is.
 */
public final class SettingsReader {

    private static final String VARIABLE_PREFIX = "SALLYPORT_";
    private static final String PROPERTY_PREFIX = "sallyport.";

    /** What the launcher tells us about itself. */
    private static final String HOME = "sallyport.home";

    private static final List<String> LAUNCHER_PROPERTIES = List.of(
            HOME,
            "sallyport.terminal",
            "sallyport.logback.format",
            "sallyport.logback.target",
            "sallyport.logback.level");

    private final Map<Setting, String> given = new EnumMap<>(Setting.class);

    private SettingsReader() {}

    public static Settings read(
            List<String> arguments, Map<String, String> properties, Map<String, String> environment) {
        SettingsReader reader = new SettingsReader();
        reader.readEnvironment(environment);
        reader.readProperties(properties);
        reader.readArguments(arguments);
        return Settings.of(reader.given);
    }

    private void readEnvironment(Map<String, String> environment) {
        Map<String, Setting> known = index(Setting::variable);
        environment.forEach((name, value) -> {
            if (name.startsWith(VARIABLE_PREFIX) && !value.isBlank()) {
                given.put(find(name, known), value);
            }
        });
    }

    /** Beside the launcher lies the default data folder, from wherever it is called. */
    private void readProperties(Map<String, String> properties) {
        String home = properties.get(HOME);
        if (home != null) {
            given.putIfAbsent(
                    Setting.DATA, Path.of(home, Setting.DATA.standard()).toString());
        }
        Map<String, Setting> known = index(Setting::fullName);
        properties.forEach((name, value) -> {
            if (name.startsWith(PROPERTY_PREFIX) && !LAUNCHER_PROPERTIES.contains(name)) {
                given.put(find(name, known), value);
            }
        });
    }

    /** {@code --key value} or {@code --key=value}, with or without the {@code sallyport.} before the key. */
    private void readArguments(List<String> arguments) {
        Map<String, Setting> known = index(Setting::argument);
        Set<Setting> seen = EnumSet.noneOf(Setting.class);
        Iterator<String> rest = arguments.iterator();
        while (rest.hasNext()) {
            String argument = rest.next();
            if (!argument.startsWith("--")) {
                throw new SettingsException(
                        "\"" + argument + "\" is no option; options begin with --, and ./sallyport --help lists them.");
            }
            int equals = argument.indexOf('=');
            String name = equals < 0 ? argument : argument.substring(0, equals);
            Setting setting = find(name.replace("--" + PROPERTY_PREFIX, "--"), known);
            String value = equals < 0 ? next(rest, setting) : argument.substring(equals + 1);
            if (!seen.add(setting)) {
                throw new SettingsException(setting.argument() + " is given twice; give it once.");
            }
            given.put(setting, value);
        }
    }

    private static String next(Iterator<String> rest, Setting setting) {
        if (!rest.hasNext()) {
            throw new SettingsException(setting.argument() + " needs a value after it; allowed: "
                    + setting.allowed().description() + ".");
        }
        return rest.next();
    }

    private static Setting find(String name, Map<String, Setting> known) {
        Setting setting = known.get(name);
        if (setting == null) {
            String nearest = known.keySet().stream()
                    .min(Comparator.comparingInt((String candidate) -> distance(name, candidate))
                            .thenComparing(Function.identity()))
                    .orElseThrow();
            throw new SettingsException("There is no setting " + name + "; the nearest is " + nearest
                    + ", and ./sallyport --help lists them all.");
        }
        return setting;
    }

    private static Map<String, Setting> index(Function<Setting, String> name) {
        Map<String, Setting> index = new HashMap<>();
        Stream.of(Setting.values()).forEach(setting -> index.put(name.apply(setting), setting));
        return index;
    }

    /** Levenshtein's: how many single characters to insert, remove or change. */
    static int distance(String from, String to) {
        String a = from.toLowerCase(Locale.ROOT);
        String b = to.toLowerCase(Locale.ROOT);
        int[] previous = new int[b.length() + 1];
        Arrays.setAll(previous, i -> i);
        for (int i = 1; i <= a.length(); i++) {
            int[] current = new int[b.length() + 1];
            current[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int change = previous[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                current[j] = Math.min(change, Math.min(previous[j], current[j - 1]) + 1);
            }
            previous = current;
        }
        return previous[b.length()];
    }
}
