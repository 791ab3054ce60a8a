package dev.sallyport.adapters.sql.audit;

import dev.sallyport.domain.Uuid7;
import dev.sallyport.domain.audit.AuditHash;
import dev.sallyport.domain.audit.ChainId;
import dev.sallyport.domain.audit.Checkpoint;
import dev.sallyport.domain.audit.Checkpoint.Mark;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.util.Optional;

/** A row of {@code audit_checkpoints}; the instant in epoch milliseconds. */
@MappedEntity("audit_checkpoints")
record CheckpointRow(
        @Id String chainId,
        long baseCount,
        String baseHash,
        long headCount,
        String headHash,
        long signedAt,
        String signature) {

    static CheckpointRow of(Checkpoint checkpoint) {
        return new CheckpointRow(
                checkpoint.chain().toString(),
                checkpoint.base().count(),
                checkpoint.base().hash().value(),
                checkpoint.head().count(),
                checkpoint.head().hash().value(),
                checkpoint.at().toEpochMilli(),
                checkpoint.signature().value());
    }

    /** None if somebody else wrote the row. */
    Optional<Checkpoint> toCheckpoint() {
        try {
            return Optional.of(new Checkpoint(
                    new ChainId(Uuid7.stored(chainId)),
                    new Mark(baseCount, new AuditHash(baseHash)),
                    new Mark(headCount, new AuditHash(headHash)),
                    Instant.ofEpochMilli(signedAt),
                    new AuditHash(signature)));
        } catch (IllegalArgumentException foreign) {
            return Optional.empty();
        }
    }
}
