package dev.sallyport.adapters.crypto.key;

import dev.sallyport.domain.key.SealedKey;
import org.jspecify.annotations.Nullable;

/** A stored key does not open. The message is one sentence for whoever starts the service. */
public final class WrongMasterKeyException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    WrongMasterKeyException(SealedKey sealed, @Nullable Throwable cause) {
        super(
                "The stored key " + sealed.id() + " (" + sealed.purpose()
                        + ") was not sealed under the given master key; "
                        + "start with the master key that this store was first used with.",
                cause);
    }
}
