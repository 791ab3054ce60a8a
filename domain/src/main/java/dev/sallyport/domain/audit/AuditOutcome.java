package dev.sallyport.domain.audit;

/** How what is recorded came out. */
public enum AuditOutcome {
    /** It was done. */
    SUCCESS,
    /** Somebody tried and could not prove what had to be proved. */
    FAILURE,
    /** It was refused, whoever asked. */
    DENIED
}
