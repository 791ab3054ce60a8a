package dev.sallyport.auditing;

import dev.sallyport.command.Option;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What can be done with the audit log, by the word after {@code ./sallyport audit}. */
enum AuditCommand {
    VERIFY,
    EXPORT;

    static Optional<AuditCommand> of(String word) {
        return Stream.of(values())
                .filter(command -> command.name().toLowerCase(Locale.ROOT).equals(word))
                .findFirst();
    }

    /** As it is typed. */
    String words() {
        return "audit " + name().toLowerCase(Locale.ROOT);
    }

    List<AuditOption> options() {
        return switch (this) {
            case VERIFY -> List.of(AuditOption.AGAINST);
            case EXPORT -> List.of(AuditOption.FROM, AuditOption.TO);
        };
    }

    /** What a command may be told. */
    enum AuditOption implements Option {
        AGAINST,
        FROM,
        TO;

        @Override
        public String argument() {
            return "--" + name().toLowerCase(Locale.ROOT);
        }

        @Override
        public boolean hasValue() {
            return true;
        }

        @Override
        public boolean isRepeatable() {
            return this == AGAINST;
        }
    }
}
