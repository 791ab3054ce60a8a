package dev.sallyport.domain.audit;

/** One event as it is kept. */
public record AuditRecord(AuditEvent event, AuditLink link) {}
