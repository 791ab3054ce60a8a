package dev.sallyport.adapters.sql.audit;

import dev.sallyport.domain.audit.AuditHash;
import dev.sallyport.domain.audit.ChainId;
import dev.sallyport.domain.audit.Checkpoint;
import dev.sallyport.domain.audit.Checkpoint.Mark;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.util.UUID;

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

    Checkpoint toCheckpoint() {
        return new Checkpoint(
                new ChainId(UUID.fromString(chainId)),
                new Mark(baseCount, new AuditHash(baseHash)),
                new Mark(headCount, new AuditHash(headHash)),
                Instant.ofEpochMilli(signedAt),
                new AuditHash(signature));
    }
}
