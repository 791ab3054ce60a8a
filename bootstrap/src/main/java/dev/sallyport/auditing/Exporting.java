package dev.sallyport.auditing;

import dev.sallyport.auditing.AuditCommand.AuditOption;
import dev.sallyport.command.Arguments;
import dev.sallyport.command.UsageException;
import dev.sallyport.domain.audit.AuditEventId;
import dev.sallyport.domain.audit.AuditRecord;
import dev.sallyport.settings.Configuration;
import java.io.PrintStream;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.stream.Stream;

/** The command {@code audit export}. */
final class Exporting {

    private final PrintStream out;

    Exporting(PrintStream out) {
        this.out = out;
    }

    int run(Arguments arguments, Configuration configuration) {
        Optional<String> from = id(arguments, AuditOption.FROM);
        Optional<String> to = id(arguments, AuditOption.TO);
        return Accounts.read(configuration, stores -> {
            // A stream begins after an id, and the first one of a time is no record's
            try (Stream<AuditRecord> records =
                    stores.accounts().holdings().auditRecords().after(from.orElse(""))) {
                records.takeWhile(record ->
                                to.filter(id -> id(record).compareTo(id) >= 0).isEmpty())
                        .map(RecordLine::of)
                        .forEach(this::write);
            }
            return Auditing.DONE;
        });
    }

    /** Times are those of the ids, as in the lists: nobody hides what comes after a record by changing its time. */
    private static Optional<String> id(Arguments arguments, AuditOption option) {
        return arguments
                .value(option)
                .map(text -> AuditEventId.firstAt(time(option, text)).toString());
    }

    private static String id(AuditRecord record) {
        return record.event().id().toString();
    }

    private void write(String line) {
        out.println(line);
        if (out.checkError()) {
            throw new AuditFailure("Standard output takes no more; not everything was written.", null);
        }
    }

    private static Instant time(AuditOption option, String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeParseException e) {
            throw new UsageException(option.argument() + " takes a time like 2026-11-22T00:00:00Z.");
        }
    }
}
