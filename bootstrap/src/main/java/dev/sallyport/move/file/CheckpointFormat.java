package dev.sallyport.move.file;

import dev.sallyport.domain.audit.AuditHash;
import dev.sallyport.domain.audit.ChainId;
import dev.sallyport.domain.audit.Checkpoint;
import dev.sallyport.domain.audit.Checkpoint.Mark;

final class CheckpointFormat extends Format<Checkpoint> {

    CheckpointFormat() {
        super("checkpoint");
    }

    @Override
    String idOf(Checkpoint checkpoint) {
        return checkpoint.chain().toString();
    }

    @Override
    void write(Checkpoint checkpoint, LineWriter line) {
        line.put("chain", checkpoint.chain().toString())
                .put("base_count", checkpoint.base().count())
                .put("base_hash", checkpoint.base().hash().value())
                .put("head_count", checkpoint.head().count())
                .put("head_hash", checkpoint.head().hash().value())
                .put("at", checkpoint.at())
                .put("signature", checkpoint.signature().value());
    }

    @Override
    Checkpoint read(LineReader line) {
        return new Checkpoint(
                new ChainId(line.id("chain")),
                new Mark(line.number("base_count"), new AuditHash(line.text("base_hash"))),
                new Mark(line.number("head_count"), new AuditHash(line.text("head_hash"))),
                line.instant("at"),
                new AuditHash(line.text("signature")));
    }
}
