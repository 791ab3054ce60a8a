package dev.sallyport.domain.audit;

import dev.sallyport.domain.StoreUnavailableException;

/** Where facts are recorded. */
public interface AuditLog {

    /**
     * Records an event for good: once this has returned, it is in the store. One round trip, which many that record at once may share.
     *
     * @throws StoreUnavailableException if the store cannot be asked; the event may be recorded later all the same, or never
     */
    void record(AuditEvent event);
}
