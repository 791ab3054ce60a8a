package dev.sallyport.move;

import dev.sallyport.move.Command.Option;
import dev.sallyport.settings.Setting;
import java.util.ArrayList;
import java.util.EnumMap;
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
record Arguments(Command command, Map<Option, String> options, List<String> settings) {

    private static final String SETTING_PREFIX = "--sallyport.";

    Arguments {
        options = Map.copyOf(options);
        settings = List.copyOf(settings);
    }

    /** Throws {@link UsageException}. */
    static Arguments parse(Command command, List<String> words) {
        Map<Option, String> options = new EnumMap<>(Option.class);
        List<String> settings = new ArrayList<>();
        Iterator<String> rest = words.iterator();
        while (rest.hasNext()) {
            String word = rest.next();
            Optional<Option> own = Option.of(name(word)).filter(command::has);
            if (own.isPresent()) {
                String value = own.get().hasValue() ? value(word, rest) : "";
                if (options.put(own.get(), value) != null) {
                    throw new UsageException(name(word) + " is given twice; give it once.");
                }
            } else if (isSetting(name(word))) {
                settings.add(name(word) + "=" + value(word, rest));
            } else {
                throw new UsageException("\"" + name(word) + "\" is no option of " + command.word() + "; ./sallyport "
                        + command.word() + " --help lists them.");
            }
        }
        return new Arguments(command, options, settings);
    }

    Optional<String> value(Option option) {
        return Optional.ofNullable(options.get(option));
    }

    boolean has(Option option) {
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

    private static boolean isSetting(String name) {
        String argument = name.replace(SETTING_PREFIX, "--");
        return Stream.of(Setting.values())
                .anyMatch(setting -> setting.argument().equals(argument));
    }
}
