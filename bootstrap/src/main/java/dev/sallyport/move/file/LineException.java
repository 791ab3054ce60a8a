package dev.sallyport.move.file;

/** A line is no good; the message goes on where the number of the line stops. */
final class LineException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    LineException(String message) {
        super(message);
    }
}
