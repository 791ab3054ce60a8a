package dev.sallyport.move;

/** A move cannot begin, or did not come to its end; the message is one sentence for the operator. */
final class MoveFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    MoveFailure(String message) {
        super(message);
    }

    MoveFailure(String message, Throwable cause) {
        super(message, cause);
    }
}
