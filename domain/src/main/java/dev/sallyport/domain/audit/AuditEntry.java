package dev.sallyport.domain.audit;

import org.jspecify.annotations.Nullable;

/** What stands in the audit log under an id, whoever wrote it. */
public sealed interface AuditEntry {

    /** Orders the entries, character by character. */
    String id();

    /** A record; whether it is as it was written its seal tells. */
    record Legible(AuditRecord record) implements AuditEntry {

        @Override
        public String id() {
            return record.event().id().toString();
        }
    }

    /**
     * Nothing the service would write, so that nothing can be shown of it.
     *
     * @param id any text whatever
     * @param chain of which it says it is, if it says so in a way that can be read
     * @param sequence the number that it claims in that chain; 0 without one
     */
    record Illegible(String id, @Nullable ChainId chain, long sequence) implements AuditEntry {}
}
