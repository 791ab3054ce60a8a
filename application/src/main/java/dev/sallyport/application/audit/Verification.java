package dev.sallyport.application.audit;

import dev.sallyport.application.audit.Finding.Kind;
import dev.sallyport.domain.audit.AuditEntry;
import dev.sallyport.domain.audit.AuditEvent;
import dev.sallyport.domain.audit.AuditFilter;
import dev.sallyport.domain.audit.AuditLink;
import dev.sallyport.domain.audit.AuditRecord;
import dev.sallyport.domain.audit.AuditSeal;
import dev.sallyport.domain.audit.AuditStore;
import dev.sallyport.domain.audit.AuditType;
import dev.sallyport.domain.audit.ChainId;
import dev.sallyport.domain.audit.Checkpoint;
import dev.sallyport.domain.audit.CheckpointStore;
import dev.sallyport.domain.user.UserId;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/**
 * One reading of the audit log. Every entry is looked at, in the order of ids and whatever it says of itself; a record whose seal holds
 * takes its place in its chain, and in the end the places that nothing took are missing.
 */
final class Verification {

    private static final int PAGE = 500;

    /** How far from its place a moved record is looked for; each place costs an HMAC. */
    private static final int NEIGHBOURHOOD = 100;

    private final AuditStore store;
    private final CheckpointStore checkpoints;
    private final AuditSeal seal;
    private final Consumer<Finding> findings;
    private final Consumer<Long> progress;

    private final Map<ChainId, ChainProof> chains = new TreeMap<>(Comparator.comparing(ChainId::toString));
    private final Map<UserId, Boolean> purged = new HashMap<>();
    private @Nullable ChainId firstSealed;
    private @Nullable Instant latest;
    private long records;
    private long unsealed;
    private long found;

    Verification(
            AuditStore store,
            CheckpointStore checkpoints,
            AuditSeal seal,
            Consumer<Finding> findings,
            Consumer<Long> progress) {
        this.store = store;
        this.checkpoints = checkpoints;
        this.seal = seal;
        this.findings = findings;
        this.progress = progress;
    }

    VerifyAuditLog.Result run(List<Checkpoint> witnesses) {
        readCheckpoints();
        witnesses.stream()
                .filter(seal::holds)
                .forEach(
                        witness -> proof(witness.chain()).isNamed(witness.head().count()));
        readRecords();
        chains.forEach(this::judge);
        return result();
    }

    private VerifyAuditLog.Result result() {
        long whole = chains.values().stream().filter(ChainProof::hasCheckpoint).count();
        if (found > 0) {
            return new VerifyAuditLog.Result.Broken(records, found, Optional.ofNullable(latest));
        }
        return whole == 0
                ? new VerifyAuditLog.Result.Nothing(unsealed)
                : new VerifyAuditLog.Result.Whole(records, whole, unsealed, Optional.ofNullable(latest));
    }

    private void readCheckpoints() {
        List<Checkpoint> page = checkpoints.list(null, PAGE);
        while (!page.isEmpty()) {
            page.forEach(this::read);
            page = checkpoints.list(page.getLast().chain(), PAGE);
        }
    }

    /** Latest first. */
    private void read(Checkpoint checkpoint) {
        if (seal.holds(checkpoint)) {
            proof(checkpoint.chain()).stands(checkpoint);
            firstSealed = checkpoint.chain();
        } else {
            proof(checkpoint.chain()).standsForged();
            report(Finding.about(checkpoint.chain(), Kind.CHECKPOINT_FORGED));
        }
    }

    private void readRecords() {
        List<AuditEntry> page = store.entries("", PAGE);
        while (!page.isEmpty()) {
            page.forEach(this::read);
            records += page.size();
            progress.accept(records);
            page = store.entries(page.getLast().id(), PAGE);
        }
    }

    private void read(AuditEntry entry) {
        switch (entry) {
            case AuditEntry.Legible(AuditRecord record) when record.link().isSealed() -> readSealed(record);
            case AuditEntry.Legible(AuditRecord record) -> readUnsealed(record);
            case AuditEntry.Illegible illegible -> {
                report(Finding.about(illegible));
                Optional.ofNullable(illegible.chain())
                        .ifPresent(chain -> proof(chain).isSpoilt(illegible.sequence()));
            }
        }
    }

    /** One from before there were seals is a chain of its own that has no proof of anything, and older than the first that has. */
    private void readUnsealed(AuditRecord record) {
        AuditEvent event = record.event();
        if (record.link().equals(AuditLink.unsealed(event.id())) && isOlderThanAllSeals(event)) {
            unsealed++;
            saw(event);
        } else {
            report(Finding.about(record, Kind.FORGED));
        }
    }

    /** Both by its id, which lists go by, and by the time that they show. */
    private boolean isOlderThanAllSeals(AuditEvent event) {
        return firstSealed == null
                || (event.id().toString().compareTo(firstSealed.toString()) < 0
                        && !event.at().isAfter(firstSealed.openedAt()));
    }

    private void readSealed(AuditRecord record) {
        ChainProof proof = proof(record.link().chain());
        if (!seal.holds(record)) {
            proof.isSpoilt(record.link().sequence());
            report(Finding.about(record, isMoved(record) ? Kind.REORDERED : Kind.EDITED));
            return;
        }
        if (!proof.has(record.link())) {
            report(Finding.about(record, Kind.EDITED));
        } else if (isWronglyErased(record)) {
            report(Finding.about(record, Kind.ERASED));
        }
        Opening.in(record.event()).forEach(opening -> proof(opening.chain()).isNamed(opening.count()));
        saw(record.event());
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

    /** Asked of the store each time: it is recorded before anything is erased, and that may be while this reads. */
    private boolean wasPurged(UserId person) {
        AuditFilter purges = new AuditFilter(AuditType.USER_PURGED, null, person, null, null);
        return store.list(purges, PAGE).stream().anyMatch(seal::holds);
    }

    private void saw(AuditEvent event) {
        latest = latest == null || latest.isBefore(event.at()) ? event.at() : latest;
    }

    private void judge(ChainId chain, ChainProof proof) {
        if (!proof.hasCheckpoint()) {
            // An instance that has started since may have one
            lookForCheckpoint(chain, proof);
        }
        if (proof.isGone()) {
            report(Finding.about(chain, Kind.CHAIN_REMOVED));
            return;
        }
        if (proof.hasLostItsCheckpoint()) {
            report(Finding.about(chain, Kind.CHECKPOINT_REMOVED));
        }
        reportMissing(chain, proof);
    }

    private void reportMissing(ChainId chain, ChainProof proof) {
        if (!proof.missing().isEmpty()) {
            lookForCheckpoint(chain, proof);
            proof.missing().forEach(gap -> lookFor(gap, chain, proof));
        }
        for (Numbers.Gap gap : proof.missing()) {
            report(Finding.missing(chain, proof.isLast(gap) ? Kind.TRUNCATED : Kind.REMOVED, gap));
        }
    }

    /** A sweep may have moved its base meanwhile. */
    private void lookForCheckpoint(ChainId chain, ChainProof proof) {
        checkpoints.find(chain).filter(seal::holds).ifPresent(proof::stands);
    }

    /** A record whose event is older than what was read by then may have come later. */
    private void lookFor(Numbers.Gap gap, ChainId chain, ChainProof proof) {
        List<AuditRecord> page = store.chain(chain, gap.first() - 1, PAGE);
        while (!page.isEmpty() && page.getFirst().link().sequence() <= gap.last()) {
            page.stream()
                    .filter(record -> record.link().sequence() <= gap.last())
                    .filter(seal::holds)
                    .forEach(record -> proof.has(record.link()));
            page = store.chain(chain, page.getLast().link().sequence(), PAGE);
        }
    }

    private ChainProof proof(ChainId chain) {
        return chains.computeIfAbsent(chain, _ -> new ChainProof());
    }

    private void report(Finding finding) {
        found++;
        findings.accept(finding);
    }
}
