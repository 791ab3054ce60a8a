package dev.sallyport.application.audit;

import dev.sallyport.application.audit.Finding.Kind;
import dev.sallyport.domain.audit.AuditEvent;
import dev.sallyport.domain.audit.AuditFilter;
import dev.sallyport.domain.audit.AuditHash;
import dev.sallyport.domain.audit.AuditRecord;
import dev.sallyport.domain.audit.AuditSeal;
import dev.sallyport.domain.audit.AuditStore;
import dev.sallyport.domain.audit.AuditType;
import dev.sallyport.domain.audit.ChainId;
import dev.sallyport.domain.audit.Checkpoint;
import dev.sallyport.domain.audit.Checkpoint.Mark;
import dev.sallyport.domain.user.UserId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One reading of the audit log, chain by chain, record by record. */
final class ChainWalk {

    private static final int PAGE = 500;

    /** How far from its place a moved record is looked for. */
    private static final int NEIGHBOURHOOD = 10_000;

    private final AuditStore store;
    private final AuditSeal seal;
    private final Consumer<Finding> findings;
    private final Consumer<Long> progress;

    private final List<Opening> openings = new ArrayList<>();
    private final Map<UserId, Boolean> purged = new HashMap<>();
    private @Nullable ChainId firstSealed;
    private long records;
    private long unsealed;
    private long found;

    ChainWalk(AuditStore store, AuditSeal seal, Consumer<Finding> findings, Consumer<Long> progress) {
        this.store = store;
        this.seal = seal;
        this.findings = findings;
        this.progress = progress;
    }

    /** What the first record of a chain says of the chain that was opened before it. */
    private record Opening(ChainId before, Mark head) {}

    VerifyAuditLog.Result result(long chains) {
        return found == 0
                ? new VerifyAuditLog.Result.Whole(records, chains - unsealed, unsealed)
                : new VerifyAuditLog.Result.Broken(records, found);
    }

    void report(Finding finding) {
        found++;
        findings.accept(finding);
    }

    /** Chains come in the order in which they were opened; a record without a seal is a chain of its own, named like its event. */
    void along(ChainId chain, Optional<Checkpoint> checkpoint, List<Checkpoint> witnesses) {
        if (checkpoint.isEmpty() && isUnsealed(chain)) {
            return;
        }
        firstSealed = firstSealed == null ? chain : firstSealed;
        judge(chain, checkpoint);
        Mark base = checkpoint.map(Checkpoint::base).orElse(Mark.START);
        Map<Long, AuditHash> expected = expected(chain, checkpoint, witnesses);
        Place place = new Place(base.count(), base.hash(), true);
        List<AuditRecord> page = store.chain(chain, base.count(), PAGE);
        while (!page.isEmpty()) {
            for (AuditRecord record : page) {
                place = step(place, record, expected);
            }
            records += page.size();
            progress.accept(records);
            page = store.chain(chain, place.count, PAGE);
        }
        reportCutOff(chain, place.count, expected);
    }

    private boolean isUnsealed(ChainId chain) {
        boolean none = store.chain(chain, -1, 1).stream()
                .anyMatch(record -> !record.link().isSealed());
        if (none) {
            unsealed++;
            records++;
            if (firstSealed != null) {
                report(Finding.about(chain, Kind.FORGED));
            }
        }
        return none;
    }

    private void judge(ChainId chain, Optional<Checkpoint> checkpoint) {
        if (checkpoint.isEmpty()) {
            report(Finding.about(chain, Kind.CHECKPOINT_REMOVED));
        } else if (!seal.holds(checkpoint.get())) {
            report(Finding.about(chain, Kind.CHECKPOINT_FORGED));
        }
    }

    /** What stood at some numbers, as signed. */
    private Map<Long, AuditHash> expected(ChainId chain, Optional<Checkpoint> checkpoint, List<Checkpoint> witnesses) {
        long base = checkpoint.map(known -> known.base().count()).orElse(0L);
        Map<Long, AuditHash> expected = new HashMap<>();
        Stream.concat(
                        checkpoint.stream(),
                        witnesses.stream().filter(witness -> witness.chain().equals(chain)))
                .filter(seal::holds)
                .map(Checkpoint::head)
                .filter(head -> head.count() > base)
                .forEach(head -> expected.put(head.count(), head.hash()));
        return expected;
    }

    /** Where the walk stands: the number and the hash of the last record, and whether it was in order. */
    private record Place(long count, AuditHash hash, boolean inOrder) {}

    private Place step(Place place, AuditRecord record, Map<Long, AuditHash> expected) {
        long sequence = record.link().sequence();
        boolean follows = sequence == place.count + 1;
        LongStream.range(place.count + 1, sequence)
                .forEach(missing ->
                        report(new Finding(Kind.REMOVED, record.link().chain(), missing, Optional.empty())));
        Optional<Kind> wrong = judge(place, record, follows, expected.get(sequence));
        wrong.ifPresent(kind -> report(new Finding(
                kind,
                record.link().chain(),
                sequence,
                Optional.of(record.event().id()))));
        if (wrong.isEmpty()) {
            note(record.event());
        }
        return new Place(sequence, record.link().hash(), wrong.isEmpty());
    }

    private Optional<Kind> judge(Place place, AuditRecord record, boolean follows, @Nullable AuditHash signed) {
        if (!seal.holds(record)) {
            return Optional.of(isMoved(record) ? Kind.REORDERED : Kind.EDITED);
        }
        boolean isLinked = record.link().previous().equals(place.hash) || !follows || !place.inOrder;
        boolean isAsSigned = signed == null || signed.equals(record.link().hash());
        if (!isLinked || !isAsSigned) {
            return Optional.of(Kind.EDITED);
        }
        return isWronglyErased(record) ? Optional.of(Kind.ERASED) : Optional.empty();
    }

    private boolean isMoved(AuditRecord record) {
        long sequence = record.link().sequence();
        return LongStream.rangeClosed(Math.max(1, sequence - NEIGHBOURHOOD), sequence + NEIGHBOURHOOD)
                .anyMatch(place -> place != sequence && seal.holdsAt(record, place));
    }

    private boolean isWronglyErased(AuditRecord record) {
        AuditEvent event = record.event();
        UserId person = event.actor() == null ? event.subject() : event.actor();
        return record.link().salt() == null && (person == null || !purged.computeIfAbsent(person, this::wasPurged));
    }

    private boolean wasPurged(UserId person) {
        AuditFilter purge = new AuditFilter(AuditType.USER_PURGED, null, person, null, null);
        return !store.list(purge, 1).isEmpty();
    }

    private void note(AuditEvent event) {
        String before = event.details().get("after_chain");
        if (event.type() == AuditType.AUDIT_CHAIN_OPENED && before != null) {
            Mark head = new Mark(
                    Long.parseLong(Objects.requireNonNull(event.details().get("after_count"))),
                    new AuditHash(Objects.requireNonNull(event.details().get("after_hash"))));
            openings.add(new Opening(new ChainId(UUID.fromString(before)), head));
        }
    }

    private void reportCutOff(ChainId chain, long last, Map<Long, AuditHash> expected) {
        long end = expected.keySet().stream().mapToLong(Long::longValue).max().orElse(0);
        LongStream.rangeClosed(last + 1, end)
                .forEach(missing -> report(new Finding(Kind.TRUNCATED, chain, missing, Optional.empty())));
    }

    /** Whether the chains that others name as opened before them are there, as far as those saw them. */
    void compareOpenings(Function<ChainId, Optional<Checkpoint>> checkpoints) {
        for (Opening opening : openings) {
            Optional<Checkpoint> before = checkpoints.apply(opening.before);
            if (before.isEmpty()) {
                report(Finding.about(opening.before, Kind.CHAIN_REMOVED));
            } else if (before.get().base().count() < opening.head.count() && isCutOff(opening)) {
                report(new Finding(Kind.TRUNCATED, opening.before, opening.head.count(), Optional.empty()));
            }
        }
    }

    /** A checkpoint that is older than the opening was put back, and the records after it removed. */
    private boolean isCutOff(Opening opening) {
        long count = opening.head.count();
        return store.chain(opening.before, count - 1, 1).stream()
                .noneMatch(record -> record.link().sequence() == count
                        && record.link().hash().equals(opening.head.hash()));
    }
}
