package dev.sallyport.application.audit;

import dev.sallyport.domain.audit.AuditEventId;
import dev.sallyport.domain.audit.ChainId;
import java.util.Optional;

/**
 * Something in the audit log that is not as it was written.
 *
 * @param sequence which record of the chain; 0 where it is about the chain
 * @param event the record's event, where there is one
 */
public record Finding(Kind kind, ChainId chain, long sequence, Optional<AuditEventId> event) {

    /** What was found. */
    public enum Kind {
        /** A record says something else than it was sealed for. */
        EDITED("was edited"),
        /** A record stands at another place of its chain than it was sealed for. */
        REORDERED("was moved to another place"),
        /** A record is missing between others. */
        REMOVED("was removed"),
        /** A record is missing at the end, of which a signed checkpoint tells. */
        TRUNCATED("was cut off the end"),
        /** Where its request came from was erased, though nobody it is about was purged. */
        ERASED("was erased though nobody was purged"),
        /** A record without a seal is younger than the oldest seal. */
        FORGED("has no seal and is too young to have none"),
        /** A checkpoint was not signed by us. */
        CHECKPOINT_FORGED("has a checkpoint that was not signed with our key"),
        /** Records of a chain that no checkpoint tells of. */
        CHECKPOINT_REMOVED("has lost its checkpoint"),
        /** A chain that another one follows is not there. */
        CHAIN_REMOVED("was removed as a whole");

        private final String text;

        Kind(String text) {
            this.text = text;
        }
    }

    static Finding about(ChainId chain, Kind kind) {
        return new Finding(kind, chain, 0, Optional.empty());
    }

    /** One sentence that names it. */
    public String text() {
        String record = sequence == 0 ? "" : "record " + sequence + " of ";
        String named = event.map(id -> " (event " + id + ")").orElse("");
        return record + "chain " + chain + named + " " + kind.text;
    }
}
