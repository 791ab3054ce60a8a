package dev.sallyport.move;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What can be asked for, by the first word after {@code ./sallyport}. */
enum Command {
    MOVE,
    EXPORT,
    IMPORT;

    static Optional<Command> of(String word) {
        return Stream.of(values())
                .filter(command -> command.word().equals(word))
                .findFirst();
    }

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    List<Option> options() {
        return Stream.of(Option.values()).filter(this::has).toList();
    }

    boolean has(Option option) {
        return switch (option) {
            case FROM, FROM_TOKENS -> this != IMPORT;
            case TO, TO_TOKENS, RESUME -> this != EXPORT;
            case FILE -> this != MOVE;
        };
    }

    /** What a command may be told beside the settings of the service. */
    enum Option implements dev.sallyport.command.Option {
        FROM,
        FROM_TOKENS,
        TO,
        TO_TOKENS,
        FILE,
        RESUME;

        @Override
        public String argument() {
            return "--" + name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        @Override
        public boolean hasValue() {
            return this != RESUME;
        }
    }
}
