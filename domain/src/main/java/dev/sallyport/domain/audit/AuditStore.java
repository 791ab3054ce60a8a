package dev.sallyport.domain.audit;

import dev.sallyport.domain.StoreUnavailableException;
import dev.sallyport.domain.user.UserId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Keeps audit records.
 *
 * <p>Holds under concurrent calls, on any number of nodes: records whose {@link #append} returned are there, whole and once, even if the
 * call is repeated, and are seen by every later call; a call that fails, or whose process dies, has written none of its records, or the
 * first few of them, or all. Instants come back as written, to the millisecond; text comes back code point by code point.
 *
 * <p>What stands there and is no record, or one with an id in a form that none is written in, somebody else wrote: it is in no list and in
 * no chain, and {@link #entries} alone tells of it.
 *
 * <p>Each call is one round trip, and more where there is something to pass over; removing and erasing are two, and appending records of which some are there is up to three. Throws
 * {@link StoreUnavailableException} when the store cannot be asked.
 */
public interface AuditStore {

    int MOST_AT_ONCE = 64;

    /**
     * Adds records of one chain, of which each follows the one before it; one to {@value #MOST_AT_ONCE}. If there is a record of an event
     * already, that one stays.
     *
     * <p>Each number of a chain is one record's, and whoever appends sees to it. A store that finds another one in a record's place either
     * refuses, or keeps both and leaves it to {@code audit verify} to notice.
     *
     * @throws IllegalStateException if it refuses; what is there stays, and of these records none or the first few are written
     */
    void append(List<AuditRecord> records);

    /**
     * Records that a filter fits, newest first by their events' ids, at most {@code max}. A page deep down costs what the first one does;
     * of type, actor and subject one is looked up and the others are compared.
     */
    List<AuditRecord> list(AuditFilter filter, int max);

    /** Records of a chain in their sequence, those after a number, at most {@code max}. */
    List<AuditRecord> chain(ChainId chain, long after, int max);

    /** The chain that comes next after one, in the order of ids, among those that have records; the first after null. */
    Optional<ChainId> chainAfter(@Nullable ChainId chain);

    /**
     * Everything there is, in ascending order of ids: what comes next after one, at most {@code max}; from the beginning for the empty
     * text.
     */
    List<AuditEntry> entries(String after, int max);

    /**
     * Removes records from before there were chains, some at a time.
     *
     * @param below greater than the ids of all that are removed
     * @param max how many at most
     * @return how many there were for it to remove; less than {@code max} when it is done
     */
    int removeUnsealed(AuditEventId below, int max);

    /**
     * Removes the records of a chain up to a number, the first ones first and some at a time.
     *
     * @param max how many at most
     * @return how many there were for it to remove; less than {@code max} when it is done
     */
    int removeUpTo(ChainId chain, long sequence, int max);

    /**
     * Forgets where a person's requests came from: in records whose actor that is, and in those about them that have no actor, the origin
     * becomes {@linkplain dev.sallyport.domain.Origin#erased erased} and the salt null. Some at a time.
     *
     * @param max how many records at most
     * @return how many there were for it to change; less than {@code max} when it is done
     */
    int erase(UserId person, int max);
}
