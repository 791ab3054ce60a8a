package dev.sallyport.domain.audit;

import dev.sallyport.domain.StoreUnavailableException;
import dev.sallyport.domain.user.UserId;
import java.util.List;

/**
 * Keeps audit events, for good: nothing is changed or removed through this port.
 *
 * <p>Holds under concurrent calls, on any number of nodes: an event whose {@link #record} returned is there, whole and once, even
 * if the call is repeated. One round trip each. Throws {@link StoreUnavailableException} when the store cannot be asked.
 */
public interface AuditLog {

    void record(AuditEvent event);

    /** The latest events about an account, newest first by time and then by id, at most {@code max} of them. */
    List<AuditEvent> about(UserId subject, int max);
}
