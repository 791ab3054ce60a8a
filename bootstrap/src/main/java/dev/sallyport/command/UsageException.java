package dev.sallyport.command;

/** The command cannot be read; the message is one sentence for whoever typed it. */
public final class UsageException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public UsageException(String message) {
        super(message);
    }
}
