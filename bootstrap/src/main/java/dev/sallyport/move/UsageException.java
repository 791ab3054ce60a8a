package dev.sallyport.move;

/** The command cannot be read; the message is one sentence for whoever typed it. */
final class UsageException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UsageException(String message) {
        super(message);
    }
}
