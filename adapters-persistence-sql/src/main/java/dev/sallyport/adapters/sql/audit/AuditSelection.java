package dev.sallyport.adapters.sql.audit;

import static dev.sallyport.adapters.sql.SteeredColumns.unindexed;

import dev.sallyport.adapters.sql.Clause;
import dev.sallyport.adapters.sql.SqlDialect;
import dev.sallyport.adapters.sql.SteeredColumns;
import dev.sallyport.domain.audit.AuditEventId;
import dev.sallyport.domain.audit.AuditFilter;
import dev.sallyport.domain.audit.AuditType;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The statement that asks for the records a filter fits, newest first. Its form settles which index serves it, whatever a planner
 * believes of the records: of subject, actor and type the first that is given is looked up, where its ids stand in order, and the
 * others are compared.
 */
final class AuditSelection {

    private static final String LESS_THAN_ALL = "";

    private static final String GREATER_THAN_ALL = "g";

    private final String listedId;

    AuditSelection(SqlDialect dialect) {
        this.listedId = SteeredColumns.listedId(dialect);
    }

    Clause page(AuditFilter filter, int max) {
        List<Wanted> wanted = wanted(filter);
        return wanted.isEmpty() ? page(bounds(filter, "id"), "id", max) : page(filter, wanted, max);
    }

    /** Ordered by what is the same in all of them too: H2 then reads along the index and stops after {@code max}. */
    private Clause page(AuditFilter filter, List<Wanted> wanted, int max) {
        String lookedUp = wanted.getFirst().column();
        Stream<Clause> conditions = Stream.concat(
                Stream.of(wanted.getFirst().in(lookedUp), bounds(filter, listedId)),
                wanted.stream().skip(1).map(one -> one.in(unindexed(one.column()))));
        return page(Clause.joined(" AND ", conditions), lookedUp + " DESC, " + listedId, max);
    }

    private static Clause page(Clause conditions, String order, int max) {
        return Clause.of("SELECT * FROM audit_events WHERE ")
                .then(conditions)
                .then(Clause.of(" ORDER BY " + order + " DESC LIMIT ?", max));
    }

    private static Clause bounds(AuditFilter filter, String id) {
        return Clause.of(
                id + " >= ? AND " + id + " < ?",
                text(filter.from(), LESS_THAN_ALL),
                text(filter.below(), GREATER_THAN_ALL));
    }

    private static String text(@Nullable AuditEventId id, String otherwise) {
        return id == null ? otherwise : id.toString();
    }

    private static List<Wanted> wanted(AuditFilter filter) {
        AuditType type = filter.type();
        return Stream.of(
                        new Wanted("subject_id", filter.subject()),
                        new Wanted("actor_id", filter.actor()),
                        new Wanted("event_type", type == null ? null : type.code()))
                .filter(one -> one.value() != null)
                .toList();
    }

    /** What a column is to hold. */
    private record Wanted(String column, @Nullable Object value) {

        Clause in(String form) {
            return Clause.of(form + " = ?", String.valueOf(value));
        }
    }
}
