package dev.sallyport.adapters.sql.audit;

import dev.sallyport.adapters.sql.CarriedRows;
import dev.sallyport.adapters.sql.Restore;
import dev.sallyport.adapters.sql.Sql;
import dev.sallyport.adapters.sql.SqlAxis;
import dev.sallyport.domain.Holdings;
import dev.sallyport.domain.audit.AuditHash;
import dev.sallyport.domain.audit.ChainId;
import dev.sallyport.domain.audit.Checkpoint;
import dev.sallyport.domain.audit.CheckpointStore;
import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Checkpoints in the table {@code audit_checkpoints}. A replacement is an UPDATE of the row that still has the signature. */
@Singleton
@Bean(typed = SqlCheckpointStore.class)
@Requires(property = SqlAxis.ACCOUNTS_DIALECT)
public final class SqlCheckpointStore implements CheckpointStore, Holdings<Checkpoint> {

    private final CheckpointRows rows;

    SqlCheckpointStore(CheckpointRows rows) {
        this.rows = rows;
    }

    @Override
    public void add(Checkpoint checkpoint) {
        CheckpointRow row = CheckpointRow.of(checkpoint);
        Sql.insert(() -> rows.insert(row));
    }

    @Override
    public Optional<Checkpoint> find(ChainId chain) {
        return Sql.ask(() -> rows.findByChain(chain.toString())).map(CheckpointRow::toCheckpoint);
    }

    @Override
    public List<Checkpoint> list(@Nullable ChainId below, int max) {
        return toCheckpoints(
                Sql.ask(() -> below == null ? rows.findLast(max) : rows.findLastBelow(below.toString(), max)));
    }

    @Override
    public boolean replace(Checkpoint expected, Checkpoint next) {
        CheckpointRow row = CheckpointRow.of(next);
        return Sql.ask(() -> update(expected.signature(), row)) == 1;
    }

    private int update(AuditHash expectedSignature, CheckpointRow row) {
        return rows.replace(
                row.chainId(),
                expectedSignature.value(),
                row.baseCount(),
                row.baseHash(),
                row.headCount(),
                row.headHash(),
                row.signedAt(),
                row.signature());
    }

    @Override
    public String idOf(Checkpoint checkpoint) {
        return checkpoint.chain().toString();
    }

    @Override
    public Stream<Checkpoint> after(String after) {
        return Holdings.paged(after, this::page, this::idOf);
    }

    private List<Checkpoint> page(String after) {
        return toCheckpoints(Sql.ask(() -> rows.findAfter(after, CarriedRows.PAGE)));
    }

    @Override
    public void restore(List<Checkpoint> checkpoints) {
        Restore.into(rows, checkpoints.stream().map(CheckpointRow::of).toList(), CheckpointRow::chainId);
    }

    @Override
    public long count() {
        return Sql.ask(rows::count);
    }

    private static List<Checkpoint> toCheckpoints(List<CheckpointRow> rows) {
        return rows.stream().map(CheckpointRow::toCheckpoint).toList();
    }
}
