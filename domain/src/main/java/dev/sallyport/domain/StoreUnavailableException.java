package dev.sallyport.domain;

/**
 * A store could not be asked, or its answer did not arrive: the caller knows nothing about the state.
 *
 * <p>Every storage port throws this, and only this, for an outage. It is never an answer: "not found" is a result,
 * "could not ask" is this exception, and the edge turns it into 503. A write that failed so may or may not have happened;
 * every write of ours may be repeated.
 */
public final class StoreUnavailableException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public StoreUnavailableException(String store, Throwable cause) {
        super(store + " is out of reach", cause);
    }

    private StoreUnavailableException(String store) {
        super(store + " was out of reach a moment ago", null, false, false);
    }

    /** For a call that is not even made. It has no cause and no stack trace, since an outage makes thousands of them. */
    public static StoreUnavailableException notAsked(String store) {
        return new StoreUnavailableException(store);
    }
}
