package dev.sallyport.domain.audit;

/** One event as it is kept. */
public record AuditRecord(AuditEvent event, AuditLink link) {

    /** The same, but where the request came from can no longer be told; a seal that held still does. */
    public AuditRecord erased() {
        return new AuditRecord(event.erased(), link.erased());
    }
}
