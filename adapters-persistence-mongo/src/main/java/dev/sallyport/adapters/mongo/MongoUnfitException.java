package dev.sallyport.adapters.mongo;

import org.jspecify.annotations.Nullable;

/** A MongoDB with which the service must not, or cannot, start. The message is one sentence for the operator. */
final class MongoUnfitException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String place;

    /**
     * Makes the sentence of both.
     *
     * @param place the URL without user, password and options
     * @param reason what is wrong and the way out, to go on after the place
     */
    MongoUnfitException(String place, String reason, @Nullable Throwable cause) {
        super("The MongoDB " + place + " " + reason + ".", cause);
        this.place = place;
    }

    String place() {
        return place;
    }
}
