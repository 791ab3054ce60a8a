package dev.sallyport.auditing;

/** The audit log cannot be read; the message is one sentence for the operator. */
final class AuditFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    AuditFailure(String message, Throwable cause) {
        super(message, cause);
    }
}
