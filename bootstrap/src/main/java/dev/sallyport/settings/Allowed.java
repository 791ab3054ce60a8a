package dev.sallyport.settings;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The values a setting takes: said once, for whoever checks a value and for whoever reads {@code --help}. */
public sealed interface Allowed {

    Words FLAG = new Words(List.of("true", "false"));

    /** For people, without a full stop. */
    String description();

    static Words words(String... words) {
        return new Words(List.of(words));
    }

    static Numbers numbers(int least, int most) {
        return new Numbers(least, most, "");
    }

    static Durations durations(String least, String most) {
        return new Durations(least, most);
    }

    static Text text(String description) {
        return new Text(description);
    }

    /** One of these, as they are written here. */
    record Words(List<String> words) implements Allowed {
        public Words {
            words = List.copyOf(words);
        }

        @Override
        public String description() {
            return String.join(", ", words);
        }

        Optional<String> read(String text) {
            return Optional.of(text).filter(words::contains);
        }
    }

    /** A whole number, both ends included; the note says what one of them means. */
    record Numbers(int least, int most, String note) implements Allowed {

        Numbers withNote(String words) {
            return new Numbers(least, most, "; " + words);
        }

        @Override
        public String description() {
            return least + " to " + most + note;
        }

        Optional<Integer> read(String text) {
            try {
                return Optional.of(Integer.parseInt(text)).filter(number -> number >= least && number <= most);
            } catch (NumberFormatException e) {
                return Optional.empty();
            }
        }
    }

    /** A number and its unit, both ends included: {@code 500ms}, {@code 10s}, {@code 15m}, {@code 1h}, {@code 7d}. */
    record Durations(String least, String most) implements Allowed {

        private static final Pattern DURATION = Pattern.compile("(\\d{1,9})(ms|s|m|h|d)");

        @Override
        public String description() {
            return least + " to " + most;
        }

        Optional<Duration> read(String text) {
            return parse(text)
                    .filter(duration -> duration.compareTo(end(least)) >= 0 && duration.compareTo(end(most)) <= 0);
        }

        private static Duration end(String text) {
            return parse(text).orElseThrow();
        }

        private static Optional<Duration> parse(String text) {
            Matcher matcher = DURATION.matcher(text);
            if (!matcher.matches()) {
                return Optional.empty();
            }
            long count = Long.parseLong(matcher.group(1));
            return Optional.of(
                    switch (matcher.group(2)) {
                        case "ms" -> Duration.ofMillis(count);
                        case "s" -> Duration.ofSeconds(count);
                        case "m" -> Duration.ofMinutes(count);
                        case "h" -> Duration.ofHours(count);
                        default -> Duration.ofDays(count);
                    });
        }
    }

    /** Anything that its reader understands. */
    record Text(String description) implements Allowed {}
}
