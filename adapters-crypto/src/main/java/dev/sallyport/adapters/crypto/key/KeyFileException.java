package dev.sallyport.adapters.crypto.key;

import org.jspecify.annotations.Nullable;

/** There is no usable master key. The message is one sentence for whoever starts the service: what, why, and the way out. */
public final class KeyFileException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    KeyFileException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
