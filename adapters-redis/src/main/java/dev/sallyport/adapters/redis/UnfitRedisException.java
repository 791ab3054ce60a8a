package dev.sallyport.adapters.redis;

/** This Redis cannot keep sessions. The message says why and what to do, as what follows its address in a sentence. */
final class UnfitRedisException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UnfitRedisException(String message) {
        super(message);
    }
}
