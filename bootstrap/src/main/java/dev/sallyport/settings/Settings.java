package dev.sallyport.settings;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What the operator gave, read as the type each setting has. Every reader throws {@link SettingsException} for a value that is not
 * allowed, and {@link ClassCastException} for a setting of another type.
 */
public final class Settings {

    private final Map<Setting, String> given;

    private Settings(Map<Setting, String> given) {
        this.given = new EnumMap<>(Setting.class);
        this.given.putAll(given);
    }

    /** Settings as given, all others at their defaults. */
    public static Settings of(Map<Setting, String> given) {
        return new Settings(given);
    }

    /** A text that must be there. */
    public String text(Setting setting) {
        return optional(setting).orElseThrow(() -> SettingsException.notAllowed(setting));
    }

    /** Empty if nothing but blanks is given. */
    public Optional<String> optional(Setting setting) {
        return Optional.of(value(setting)).filter(text -> !text.isBlank());
    }

    public boolean flag(Setting setting) {
        return choice(setting).equals("true");
    }

    public String choice(Setting setting) {
        Allowed.Words words = (Allowed.Words) setting.allowed();
        return words.read(value(setting)).orElseThrow(() -> SettingsException.notAllowed(setting));
    }

    public int number(Setting setting) {
        Allowed.Numbers numbers = (Allowed.Numbers) setting.allowed();
        return numbers.read(value(setting)).orElseThrow(() -> SettingsException.notAllowed(setting));
    }

    public Duration duration(Setting setting) {
        Allowed.Durations durations = (Allowed.Durations) setting.allowed();
        return durations.read(value(setting)).orElseThrow(() -> SettingsException.notAllowed(setting));
    }

    /** Empty if nothing but blanks is given. */
    public Optional<Duration> optionalDuration(Setting setting) {
        return optional(setting).map(given -> duration(setting));
    }

    public Path path(Setting setting) {
        try {
            return Path.of(text(setting));
        } catch (InvalidPathException e) {
            throw SettingsException.notAllowed(setting);
        }
    }

    /** Separated by commas; blanks around an item and empty items do not count. */
    public List<String> list(Setting setting) {
        return Stream.of(value(setting).split(",", -1))
                .map(String::strip)
                .filter(item -> !item.isEmpty())
                .toList();
    }

    String value(Setting setting) {
        return given.getOrDefault(setting, setting.standard());
    }
}
