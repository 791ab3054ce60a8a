package dev.sallyport.adapters.sql.audit;

import static java.util.stream.Collectors.toMap;

import dev.sallyport.adapters.sql.CarriedRows;
import dev.sallyport.adapters.sql.Clause;
import dev.sallyport.adapters.sql.ComposedSql;
import dev.sallyport.adapters.sql.Restore;
import dev.sallyport.adapters.sql.Sql;
import dev.sallyport.adapters.sql.SqlAxis;
import dev.sallyport.adapters.sql.SqlDialect;
import dev.sallyport.domain.ClientAddress;
import dev.sallyport.domain.Holdings;
import dev.sallyport.domain.audit.AuditEntry;
import dev.sallyport.domain.audit.AuditEventId;
import dev.sallyport.domain.audit.AuditFilter;
import dev.sallyport.domain.audit.AuditRecord;
import dev.sallyport.domain.audit.AuditStore;
import dev.sallyport.domain.audit.ChainId;
import dev.sallyport.domain.user.UserId;
import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Property;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Audit records in the table {@code audit_events}. What is appended at once is one INSERT, whole or not at all. What is removed or erased
 * is found first and named then: a single statement would tell how many rows it changed itself, so that of two callers who take some of
 * each other's rows each would think that there are no more.
 */
@Singleton
@Bean(typed = SqlAuditStore.class)
@Requires(property = SqlAxis.ACCOUNTS_DIALECT)
public final class SqlAuditStore implements AuditStore, Holdings<AuditRecord> {

    private static final String BEFORE_ALL_CHAINS = "";

    private final AuditRows rows;
    private final ComposedSql composed;
    private final AuditSelection selection;

    SqlAuditStore(AuditRows rows, ComposedSql composed, @Property(name = SqlAxis.ACCOUNTS_DIALECT) SqlDialect dialect) {
        this.rows = rows;
        this.composed = composed;
        this.selection = new AuditSelection(dialect);
    }

    /** What keeps a row out is that row, as this call is repeated: then those that are missing are written. */
    @Override
    public void append(List<AuditRecord> records) {
        List<AuditRow> all = toRows(records);
        if (!insert(all)) {
            Sql.decide(() -> tryInsertMissing(all));
        }
    }

    /** No answer when somebody else, who repeats the same call, wrote some of them between the two statements. */
    private Optional<List<AuditRow>> tryInsertMissing(List<AuditRow> all) {
        Set<String> present =
                Sql.ask(() -> rows.findKeys(all.stream().map(AuditRow::id).toList()));
        List<AuditRow> missing =
                all.stream().filter(row -> !present.contains(row.id())).toList();
        if (missing.isEmpty() || insert(missing)) {
            return Optional.of(missing);
        }
        checkThatNobodyHasThePlaceOf(missing);
        return Optional.empty();
    }

    /** Else no other attempt would go better. */
    private void checkThatNobodyHasThePlaceOf(List<AuditRow> some) {
        AuditRow first = some.getFirst();
        Map<Long, String> places = some.stream().collect(toMap(AuditRow::sequence, AuditRow::id));
        for (AuditRow there : Sql.ask(() -> rows.findChain(first.chainId(), first.sequence() - 1, MOST_AT_ONCE))) {
            if (!there.id().equals(places.getOrDefault(there.sequence(), there.id()))) {
                throw new IllegalStateException(
                        "Another record, " + there.id() + ", is where one of this call belongs");
            }
        }
    }

    private boolean insert(List<AuditRow> some) {
        Clause values = Clause.joined(", ", some.stream().map(AuditRow::values));
        return Sql.insert(
                () -> composed.change(Clause.of(AuditRows.INTO + "VALUES ").then(values)));
    }

    @Override
    public List<AuditRecord> list(AuditFilter filter, int max) {
        return records(max, most -> Sql.ask(() -> composed.rows(selection.page(filter, most), AuditRow.class)));
    }

    @Override
    public List<AuditRecord> chain(ChainId chain, long after, int max) {
        return records(max, most -> Sql.ask(() -> rows.findChain(chain.toString(), after, most)));
    }

    /** Asks for more when some of the rows are no records: who reads page by page takes a short one for the last. */
    private static List<AuditRecord> records(int max, IntFunction<List<AuditRow>> first) {
        for (int most = max; ; most *= 2) {
            List<AuditRow> found = first.apply(most);
            List<AuditRecord> records =
                    found.stream().flatMap(row -> row.toRecord().stream()).toList();
            if (records.size() >= max || found.size() < most) {
                return records.stream().limit(max).toList();
            }
        }
    }

    @Override
    public Optional<ChainId> chainAfter(@Nullable ChainId chain) {
        String after = chain == null ? BEFORE_ALL_CHAINS : chain.toString();
        Optional<String> found = Sql.ask(() -> rows.findChainAfter(after));
        while (found.isPresent() && ChainId.stored(found.get()).isEmpty()) {
            String foreign = found.get();
            found = Sql.ask(() -> rows.findChainAfter(foreign));
        }
        return found.flatMap(ChainId::stored);
    }

    @Override
    public List<AuditEntry> entries(String after, int max) {
        return Sql.ask(() -> rows.findAfter(after, max)).stream()
                .map(AuditRow::toEntry)
                .toList();
    }

    @Override
    public int removeUnsealed(AuditEventId below, int max) {
        return remove(Sql.ask(() -> rows.findUnsealed(below.toString(), max)));
    }

    @Override
    public int removeUpTo(ChainId chain, long sequence, int max) {
        return remove(Sql.ask(() -> rows.findBeginning(chain.toString(), sequence, max)));
    }

    private int remove(List<String> ids) {
        if (!ids.isEmpty()) {
            Sql.ask(() -> rows.remove(ids));
        }
        return ids.size();
    }

    @Override
    public int erase(UserId person, int max) {
        List<String> telling = Sql.ask(() -> rows.findTelling(person.toString(), max));
        if (!telling.isEmpty()) {
            ClientAddress erased = ClientAddress.ERASED;
            Sql.ask(() -> rows.erase(telling, erased.text(), erased.network()));
        }
        return telling.size();
    }

    @Override
    public String idOf(AuditRecord record) {
        return record.event().id().toString();
    }

    @Override
    public Stream<AuditRecord> after(String after) {
        return Holdings.paged(after, this::page, AuditRow::id).flatMap(row -> row.toRecord().stream());
    }

    private List<AuditRow> page(String after) {
        return Sql.ask(() -> rows.findAfter(after, CarriedRows.PAGE));
    }

    @Override
    public void restore(List<AuditRecord> records) {
        Restore.into(rows, toRows(records), AuditRow::id);
    }

    @Override
    public long count() {
        return Sql.ask(rows::count);
    }

    private static List<AuditRow> toRows(List<AuditRecord> records) {
        return records.stream().map(AuditRow::of).toList();
    }
}
