package dev.sallyport.testkit;

import dev.sallyport.domain.audit.AuditEntry;
import dev.sallyport.domain.audit.AuditEvent;
import dev.sallyport.domain.audit.AuditEventId;
import dev.sallyport.domain.audit.AuditFilter;
import dev.sallyport.domain.audit.AuditRecord;
import dev.sallyport.domain.audit.AuditStore;
import dev.sallyport.domain.audit.ChainId;
import dev.sallyport.domain.user.UserId;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Right as long as nobody else is there: it reads all records, and then it writes all and some more, or some less. */
class NaiveAuditStore implements AuditStore, NaiveHoldings<AuditRecord> {

    volatile List<AuditRecord> records = List.of();

    @Override
    public void append(List<AuditRecord> more) {
        List<AuditRecord> then = with(more);
        Gap.open();
        records = then;
    }

    /** Reads but one state: what it loses, it loses to those who write meanwhile, not to its own two looks. */
    private synchronized List<AuditRecord> with(List<AuditRecord> more) {
        List<AuditRecord> newOnes = more.stream()
                .filter(record -> !isThere(record))
                .map(this::stored)
                .toList();
        return Stream.concat(records.stream(), newOnes.stream()).toList();
    }

    @Override
    public List<AuditRecord> list(AuditFilter filter, int max) {
        return records.stream()
                .filter(record -> fits(record.event(), filter))
                .sorted(newestFirst())
                .limit(max)
                .toList();
    }

    @Override
    public List<AuditRecord> chain(ChainId chain, long after, int max) {
        return records.stream()
                .filter(record -> isOf(record, chain) && record.link().sequence() > after)
                .sorted(inSequence())
                .limit(max)
                .toList();
    }

    @Override
    public Optional<ChainId> chainAfter(@Nullable ChainId chain) {
        return chains().filter(other -> chain == null || chainOrder().compare(other, chain) > 0)
                .min(chainOrder());
    }

    @Override
    public List<AuditEntry> entries(String after, int max) {
        return after(after).<AuditEntry>map(AuditEntry.Legible::new).limit(max).toList();
    }

    @Override
    public int removeUnsealed(AuditEventId below, int max) {
        List<AuditRecord> present = records;
        List<AuditRecord> old = present.stream()
                .filter(this::isUnsealed)
                .filter(record -> record.event().id().toString().compareTo(below.toString()) < 0)
                .limit(max)
                .toList();
        Gap.open();
        records = present.stream().filter(record -> !old.contains(record)).toList();
        return old.size();
    }

    @Override
    public int removeUpTo(ChainId chain, long sequence, int max) {
        List<AuditRecord> present = records;
        List<AuditRecord> old = present.stream()
                .filter(record -> isOf(record, chain) && record.link().sequence() <= sequence)
                .sorted(inSequence())
                .limit(max)
                .toList();
        Gap.open();
        records = present.stream().filter(record -> !old.contains(record)).toList();
        return old.size();
    }

    @Override
    public int erase(UserId person, int max) {
        List<AuditRecord> present = records;
        List<AuditRecord> tell = present.stream()
                .filter(record -> tells(record.event(), person) && !isErased(record))
                .limit(max)
                .toList();
        Gap.open();
        records = replaced(present, tell::contains, AuditRecords::erased);
        return tell.size();
    }

    @Override
    public String idOf(AuditRecord record) {
        return record.event().id().toString();
    }

    @Override
    public Collection<AuditRecord> records() {
        return records;
    }

    @Override
    public synchronized void restore(List<AuditRecord> restored) {
        NaiveHoldings.super.restore(restored);
    }

    @Override
    public void put(AuditRecord record) {
        records = Stream.concat(records.stream(), Stream.of(stored(record))).toList();
    }

    /** What becomes of a record on its way through the store. */
    AuditRecord stored(AuditRecord record) {
        return record;
    }

    boolean isThere(AuditRecord record) {
        return isHeld(record);
    }

    boolean fits(AuditEvent event, AuditFilter filter) {
        return (filter.type() == null || filter.type() == event.type())
                && isBy(event, filter.actor())
                && (filter.subject() == null || filter.subject().equals(event.subject()))
                && isBetween(event, filter.from(), filter.below());
    }

    boolean isBy(AuditEvent event, @Nullable UserId actor) {
        return actor == null || actor.equals(event.actor());
    }

    boolean isBetween(AuditEvent event, @Nullable AuditEventId from, @Nullable AuditEventId below) {
        String id = event.id().toString();
        return (from == null || id.compareTo(from.toString()) >= 0)
                && (below == null || id.compareTo(below.toString()) < 0);
    }

    Comparator<AuditRecord> newestFirst() {
        return byId().reversed();
    }

    boolean isOf(AuditRecord record, ChainId chain) {
        return record.link().chain().equals(chain);
    }

    Comparator<AuditRecord> inSequence() {
        return Comparator.comparingLong(record -> record.link().sequence());
    }

    Stream<ChainId> chains() {
        return records.stream().map(record -> record.link().chain());
    }

    Comparator<ChainId> chainOrder() {
        return Comparator.comparing(ChainId::toString);
    }

    boolean tells(AuditEvent event, UserId person) {
        return person.equals(event.actor() == null ? event.subject() : event.actor());
    }

    boolean isUnsealed(AuditRecord record) {
        return !record.link().isSealed();
    }

    boolean isErased(AuditRecord record) {
        return record.equals(AuditRecords.erased(record));
    }

    private static List<AuditRecord> replaced(
            List<AuditRecord> all, Predicate<AuditRecord> which, UnaryOperator<AuditRecord> with) {
        return all.stream()
                .map(record -> which.test(record) ? with.apply(record) : record)
                .toList();
    }
}
