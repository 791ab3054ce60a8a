package dev.sallyport.auditing;

import org.jspecify.annotations.Nullable;

/** The audit log cannot be read, or not be handed on; the message is one sentence for the operator. */
final class AuditFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    AuditFailure(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
