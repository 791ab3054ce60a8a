package dev.sallyport.settings;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What the operator gave, read as the type each setting has. Every reader throws {@link SettingsException} for a value not allowed. */
public final class Settings {

    private static final Pattern DURATION = Pattern.compile("(\\d{1,9})(ms|s|m|h|d)");

    private final Map<Setting, String> given;

    Settings(Map<Setting, String> given) {
        this.given = new EnumMap<>(Setting.class);
        this.given.putAll(given);
    }

    /** Settings as given, all others at their defaults. */
    public static Settings of(Map<Setting, String> given) {
        return new Settings(given);
    }

    public String text(Setting setting) {
        return given.getOrDefault(setting, setting.standard());
    }

    public Optional<String> optional(Setting setting) {
        return Optional.of(text(setting)).filter(text -> !text.isBlank());
    }

    public boolean flag(Setting setting) {
        return switch (text(setting)) {
            case "true" -> true;
            case "false" -> false;
            default -> throw SettingsException.notAllowed(setting);
        };
    }

    public int number(Setting setting, int least, int most) {
        try {
            int number = Integer.parseInt(text(setting));
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            throw SettingsException.notAllowed(setting);
        }
        throw SettingsException.notAllowed(setting);
    }

    /** Such as {@code 500ms}, {@code 10s}, {@code 15m}, {@code 1h}, {@code 7d}. */
    public Duration duration(Setting setting, Duration least, Duration most) {
        Matcher matcher = DURATION.matcher(text(setting));
        if (!matcher.matches()) {
            throw SettingsException.notAllowed(setting);
        }
        long count = Long.parseLong(matcher.group(1));
        Duration duration = switch (matcher.group(2)) {
            case "ms" -> Duration.ofMillis(count);
            case "s" -> Duration.ofSeconds(count);
            case "m" -> Duration.ofMinutes(count);
            case "h" -> Duration.ofHours(count);
            default -> Duration.ofDays(count);
        };
        if (duration.compareTo(least) < 0 || duration.compareTo(most) > 0) {
            throw SettingsException.notAllowed(setting);
        }
        return duration;
    }

    /** One of the allowed words, which are the setting's own. */
    public String choice(Setting setting) {
        String text = text(setting);
        if (!List.of(setting.allowed().split(", ", -1)).contains(text)) {
            throw SettingsException.notAllowed(setting);
        }
        return text;
    }

    public Path path(Setting setting) {
        try {
            return Path.of(text(setting));
        } catch (InvalidPathException e) {
            throw SettingsException.notAllowed(setting);
        }
    }

    public List<String> list(Setting setting) {
        return Stream.of(text(setting).split(",", -1))
                .map(String::strip)
                .filter(item -> !item.isEmpty())
                .toList();
    }

    public boolean isGiven(Setting setting) {
        return given.containsKey(setting);
    }
}
