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
        return Sql.ask(() -> rows.findByChain(chain.toString())).flatMap(CheckpointRow::toCheckpoint);
    }

    /** Asks for more when some of the rows are no checkpoints: who reads page by page takes a short one for the last. */
    @Override
    public List<Checkpoint> list(@Nullable ChainId below, int max) {
        for (int most = max; ; most *= 2) {
            List<CheckpointRow> found = rows(below, most);
            List<Checkpoint> checkpoints = toCheckpoints(found.stream()).toList();
            if (checkpoints.size() >= max || found.size() < most) {
                return checkpoints.stream().limit(max).toList();
            }
        }
    }

    private List<CheckpointRow> rows(@Nullable ChainId below, int max) {
        return Sql.ask(() -> below == null ? rows.findLast(max) : rows.findLastBelow(below.toString(), max));
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
        return toCheckpoints(Holdings.paged(after, this::page, CheckpointRow::chainId));
    }

    private List<CheckpointRow> page(String after) {
        return Sql.ask(() -> rows.findAfter(after, CarriedRows.PAGE));
    }

    @Override
    public void restore(List<Checkpoint> checkpoints) {
        Restore.into(rows, checkpoints.stream().map(CheckpointRow::of).toList(), CheckpointRow::chainId);
    }

    @Override
    public long count() {
        return Sql.ask(rows::count);
    }

    private static Stream<Checkpoint> toCheckpoints(Stream<CheckpointRow> rows) {
        return rows.flatMap(row -> row.toCheckpoint().stream());
    }
}
