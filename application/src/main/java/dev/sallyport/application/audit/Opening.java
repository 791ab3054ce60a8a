package dev.sallyport.application.audit;

import dev.sallyport.domain.audit.AuditEvent;
import dev.sallyport.domain.audit.AuditType;
import dev.sallyport.domain.audit.ChainId;
import dev.sallyport.domain.audit.Checkpoint;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the first record of a chain says of those that were opened before it: a detail for each, whose name ends in the chain's and whose
 * value is the number and the hash of its last record. Sealed with the record, it tells of chains that are gone.
 */
record Opening(ChainId chain, long count) {

    /** So many instances may run at once, or end without a successor, and each is still named by a later one. */
    static final int MOST = 16;

    private static final String BEFORE = "after_";

    static Map<String, String> details(List<Checkpoint> before) {
        return before.stream()
                .collect(Collectors.toMap(
                        one -> BEFORE + one.chain(),
                        one -> one.head().count() + " " + one.head().hash()));
    }

    /** Of a record whose seal holds. */
    static Stream<Opening> in(AuditEvent event) {
        if (event.type() != AuditType.AUDIT_CHAIN_OPENED) {
            return Stream.empty();
        }
        String only = event.details().get("after_chain");
        return only == null ? all(event.details()) : Stream.of(first(only, event.details()));
    }

    private static Stream<Opening> all(Map<String, String> details) {
        return details.entrySet().stream()
                .filter(detail -> detail.getKey().startsWith(BEFORE))
                .map(detail -> read(detail.getKey(), detail.getValue()));
    }

    /** As the first builds wrote it, which named one chain. */
    private static Opening first(String chain, Map<String, String> details) {
        return new Opening(
                new ChainId(UUID.fromString(chain)), Long.parseLong(details.getOrDefault("after_count", "0")));
    }

    private static Opening read(String name, String head) {
        UUID chain = UUID.fromString(name.substring(BEFORE.length()));
        return new Opening(new ChainId(chain), Long.parseLong(head.substring(0, head.indexOf(' '))));
    }
}
