package dev.sallyport.adapters.memory;

import dev.sallyport.domain.Holdings;
import dev.sallyport.domain.audit.AuditEntry;
import dev.sallyport.domain.audit.AuditEvent;
import dev.sallyport.domain.audit.AuditEventId;
import dev.sallyport.domain.audit.AuditFilter;
import dev.sallyport.domain.audit.AuditLink;
import dev.sallyport.domain.audit.AuditRecord;
import dev.sallyport.domain.audit.AuditStore;
import dev.sallyport.domain.audit.ChainId;
import dev.sallyport.domain.user.UserId;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Audit records in memory, gone with the process. One lock makes every call atomic. */
public final class MemoryAuditStore implements AuditStore, Holdings<AuditRecord> {

    /** Ids by their text: {@code UUID.compareTo} takes its halves for signed numbers, and no database does. */
    private static final Comparator<AuditEventId> NEWEST_FIRST =
            Comparator.comparing(AuditEventId::toString).reversed();

    private final NavigableMap<AuditEventId, AuditRecord> byEvent = new TreeMap<>(NEWEST_FIRST);

    private final NavigableMap<ChainId, NavigableMap<Long, AuditRecord>> byChain =
            new TreeMap<>(Comparator.comparing(ChainId::toString));

    @Override
    public synchronized void append(List<AuditRecord> records) {
        records.stream()
                .filter(record -> !byEvent.containsKey(record.event().id()))
                .forEach(this::add);
    }

    private void add(AuditRecord record) {
        AuditLink link = record.link();
        if (byChain.getOrDefault(link.chain(), new TreeMap<>()).containsKey(link.sequence())) {
            throw new IllegalStateException("Another record is number " + link.sequence() + " of " + link.chain());
        }
        put(record);
    }

    private void put(AuditRecord record) {
        byEvent.put(record.event().id(), record);
        byChain.computeIfAbsent(record.link().chain(), chain -> new TreeMap<>())
                .put(record.link().sequence(), record);
    }

    @Override
    public synchronized List<AuditRecord> list(AuditFilter filter, int max) {
        AuditEventId below = filter.below();
        NavigableMap<AuditEventId, AuditRecord> older = below == null ? byEvent : byEvent.tailMap(below, false);
        AuditEventId from = filter.from();
        return older.values().stream()
                .takeWhile(record ->
                        from == null || NEWEST_FIRST.compare(record.event().id(), from) <= 0)
                .filter(record -> fits(record.event(), filter))
                .limit(max)
                .toList();
    }

    private static boolean fits(AuditEvent event, AuditFilter filter) {
        return (filter.type() == null || filter.type() == event.type())
                && (filter.actor() == null || filter.actor().equals(event.actor()))
                && (filter.subject() == null || filter.subject().equals(event.subject()));
    }

    @Override
    public synchronized List<AuditRecord> chain(ChainId chain, long after, int max) {
        NavigableMap<Long, AuditRecord> records = byChain.get(chain);
        return records == null
                ? List.of()
                : records.tailMap(after, false).values().stream().limit(max).toList();
    }

    @Override
    public synchronized Optional<ChainId> chainAfter(@Nullable ChainId chain) {
        return Optional.ofNullable(chain == null ? firstChain() : byChain.higherKey(chain));
    }

    private @Nullable ChainId firstChain() {
        return byChain.isEmpty() ? null : byChain.firstKey();
    }

    @Override
    public synchronized List<AuditEntry> entries(String after, int max) {
        return after(after).<AuditEntry>map(AuditEntry.Legible::new).limit(max).toList();
    }

    @Override
    public synchronized int removeUnsealed(AuditEventId below, int max) {
        List<AuditRecord> old = byEvent.tailMap(below, false).values().stream()
                .filter(record -> !record.link().isSealed())
                .limit(max)
                .toList();
        old.forEach(this::remove);
        return old.size();
    }

    @Override
    public synchronized int removeUpTo(ChainId chain, long sequence, int max) {
        NavigableMap<Long, AuditRecord> records = byChain.getOrDefault(chain, new TreeMap<>());
        List<AuditRecord> old =
                records.headMap(sequence, true).values().stream().limit(max).toList();
        old.forEach(this::remove);
        return old.size();
    }

    private void remove(AuditRecord record) {
        ChainId chain = record.link().chain();
        NavigableMap<Long, AuditRecord> records = byChain.getOrDefault(chain, new TreeMap<>());
        records.remove(record.link().sequence());
        if (records.isEmpty()) {
            byChain.remove(chain);
        }
        byEvent.remove(record.event().id());
    }

    @Override
    public synchronized int erase(UserId person, int max) {
        List<AuditRecord> tell = byEvent.values().stream()
                .filter(record -> tells(record.event(), person) && !record.equals(record.erased()))
                .limit(max)
                .toList();
        tell.forEach(record -> put(record.erased()));
        return tell.size();
    }

    private static boolean tells(AuditEvent event, UserId person) {
        return person.equals(event.actor() == null ? event.subject() : event.actor());
    }

    @Override
    public String idOf(AuditRecord record) {
        return record.event().id().toString();
    }

    @Override
    public synchronized Stream<AuditRecord> after(String after) {
        return Held.after(after, byEvent.values(), this);
    }

    @Override
    public synchronized void restore(List<AuditRecord> records) {
        append(records);
    }

    @Override
    public synchronized long count() {
        return byEvent.size();
    }
}
