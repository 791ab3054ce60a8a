package dev.sallyport.application.audit;

import dev.sallyport.domain.audit.AuditEntry;
import dev.sallyport.domain.audit.AuditRecord;
import dev.sallyport.domain.audit.ChainId;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Something in the audit log that is not as it was written.
 *
 * @param chain null where none can be told
 * @param first which record of the chain; 0 where it is about the chain, or about what has no number
 * @param last the same, unless it is about all from one to the other
 * @param entry what stands there, by its id; null where nothing does. Any text whatever
 */
public record Finding(
        Kind kind,
        @Nullable ChainId chain,
        long first,
        long last,
        @Nullable String entry) {

    private static final Pattern UNPRINTABLE = Pattern.compile("[^\\x21-\\x7e]");

    /** What was found. */
    public enum Kind {
        /** A record says something else than it was sealed for, or nobody sealed it. */
        EDITED("was edited"),
        /** A record stands at another place of its chain than it was sealed for. */
        REORDERED("was moved to another place"),
        /** Records are missing before others. */
        REMOVED("was removed"),
        /** Records are missing at the end, of which a signature tells. */
        TRUNCATED("was cut off the end"),
        /** Where its request came from was erased, though nobody it is about was purged. */
        ERASED("was erased though nobody was purged"),
        /** What has no seal and is no record from before the first seal. */
        FORGED("has no seal and is none from before there were seals"),
        /** Nothing that the service writes. */
        ILLEGIBLE("cannot be read"),
        /** A checkpoint was not signed by us. */
        CHECKPOINT_FORGED("has a checkpoint that was not signed with our key"),
        /** Records of a chain that no checkpoint tells of. */
        CHECKPOINT_REMOVED("has lost its checkpoint"),
        /** A chain that another one names, or a checkpoint from elsewhere, is not there. */
        CHAIN_REMOVED("was removed as a whole");

        private final String text;

        Kind(String text) {
            this.text = text;
        }
    }

    static Finding about(ChainId chain, Kind kind) {
        return new Finding(kind, chain, 0, 0, null);
    }

    static Finding about(AuditRecord record, Kind kind) {
        long sequence = Math.max(0, record.link().sequence());
        return new Finding(
                kind,
                record.link().chain(),
                sequence,
                sequence,
                record.event().id().toString());
    }

    static Finding about(AuditEntry.Illegible entry) {
        long sequence = Math.max(0, entry.sequence());
        return new Finding(Kind.ILLEGIBLE, entry.chain(), sequence, sequence, entry.id());
    }

    static Finding missing(ChainId chain, Kind kind, Numbers.Gap gap) {
        return new Finding(kind, chain, gap.first(), gap.last(), null);
    }

    /** One sentence that names it. */
    public String text() {
        return first == last
                ? subject() + " " + kind.text
                : "records " + first + " to " + last + " of chain " + chain + " "
                        + kind.text.replaceFirst("^was", "were");
    }

    private String subject() {
        if (entry == null) {
            return first == 0 ? "chain " + chain : "record " + first + " of chain " + chain;
        }
        String event = "event " + UNPRINTABLE.matcher(entry).replaceAll("?");
        return first == 0 || chain == null ? event : "record " + first + " of chain " + chain + " (" + event + ")";
    }
}
