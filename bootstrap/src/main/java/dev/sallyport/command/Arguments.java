package dev.sallyport.command;

import dev.sallyport.settings.Setting;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What was typed after {@code ./sallyport}.
 *
 * @param options of the command's own, with their values
 * @param settings options of the service's, as typed: which store is the configured one, and how to reach it
 */
public record Arguments(Map<Option, List<String>> options, List<String> settings) {

    private static final String SETTING_PREFIX = "--sallyport.";

    public Arguments {
        options = Map.copyOf(options);
        settings = List.copyOf(settings);
    }

    /**
     * Reads what follows a command.
     *
     * @param command the words that name it, for what is refused
     * @param own the options it has
     * @throws UsageException if a word is none of them, nor a setting
     */
    public static Arguments parse(String command, Collection<? extends Option> own, List<String> words) {
        Map<Option, List<String>> options = new HashMap<>();
        List<String> settings = new ArrayList<>();
        Iterator<String> rest = words.iterator();
        while (rest.hasNext()) {
            String word = rest.next();
            Optional<? extends Option> found = own.stream()
                    .filter(option -> option.argument().equals(name(word)))
                    .findFirst();
            if (found.isPresent()) {
                String value = found.get().hasValue() ? value(word, rest) : noValue(word);
                List<String> values = options.computeIfAbsent(found.get(), first -> new ArrayList<>());
                if (!values.isEmpty() && !found.get().isRepeatable()) {
                    throw new UsageException(name(word) + " is given twice; give it once.");
                }
                values.add(value);
            } else if (isSetting(name(word))) {
                settings.add(name(word) + "=" + value(word, rest));
            } else {
                throw new UsageException("\"" + name(word) + "\" is no option of " + command + "; ./sallyport "
                        + command + " --help lists them.");
            }
        }
        return new Arguments(options, settings);
    }

    public Optional<String> value(Option option) {
        return values(option).stream().findFirst();
    }

    /** In the order in which they were given. */
    public List<String> values(Option option) {
        return options.getOrDefault(option, List.of());
    }

    public boolean has(Option option) {
        return options.containsKey(option);
    }

    private static String name(String word) {
        int equals = word.indexOf('=');
        return equals < 0 ? word : word.substring(0, equals);
    }

    private static String value(String word, Iterator<String> rest) {
        String value = word.length() > name(word).length()
                ? word.substring(name(word).length() + 1)
                : rest.hasNext() ? rest.next() : "";
        if (value.isBlank()) {
            throw new UsageException(name(word) + " needs a value after it.");
        }
        return value;
    }

    private static String noValue(String word) {
        if (!word.equals(name(word))) {
            throw new UsageException(name(word) + " takes no value; leave out what follows it.");
        }
        return "";
    }

    private static boolean isSetting(String name) {
        String argument = name.replace(SETTING_PREFIX, "--");
        return Stream.of(Setting.values())
                .anyMatch(setting -> setting.argument().equals(argument));
    }
}
