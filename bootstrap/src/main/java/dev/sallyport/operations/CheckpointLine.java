package dev.sallyport.operations;

import dev.sallyport.domain.audit.AuditHash;
import dev.sallyport.domain.audit.ChainId;
import dev.sallyport.domain.audit.Checkpoint;
import dev.sallyport.domain.audit.Checkpoint.Mark;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A checkpoint as it stands in the log, in plain text and in JSON alike. */
public final class CheckpointLine {

    private static final String BEGINNING = "Audit checkpoint: ";
    private static final Pattern SHAPE = Pattern.compile(BEGINNING
            + "chain ([0-9a-f-]{36}) base (\\d{1,18}) ([0-9a-f]{64}) head (\\d{1,18}) ([0-9a-f]{64}) at (\\d{1,15})"
            + " signature ([0-9a-f]{64})");

    private CheckpointLine() {}

    public static String of(Checkpoint checkpoint) {
        return BEGINNING + "chain " + checkpoint.chain() + " base " + text(checkpoint.base()) + " head "
                + text(checkpoint.head()) + " at " + checkpoint.at().toEpochMilli() + " signature "
                + checkpoint.signature();
    }

    private static String text(Mark mark) {
        return mark.count() + " " + mark.hash();
    }

    /** The checkpoint in a line of a log, if there is one. Whether it is genuine its signature tells. */
    public static Optional<Checkpoint> read(String line) {
        Matcher parts = SHAPE.matcher(line);
        return parts.find() ? Optional.of(read(parts)) : Optional.empty();
    }

    private static Checkpoint read(Matcher parts) {
        return new Checkpoint(
                new ChainId(UUID.fromString(parts.group(1))),
                new Mark(Long.parseLong(parts.group(2)), new AuditHash(parts.group(3))),
                new Mark(Long.parseLong(parts.group(4)), new AuditHash(parts.group(5))),
                Instant.ofEpochMilli(Long.parseLong(parts.group(6))),
                new AuditHash(parts.group(7)));
    }
}
