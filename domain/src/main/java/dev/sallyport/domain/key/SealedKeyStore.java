package dev.sallyport.domain.key;

import dev.sallyport.domain.StoreUnavailableException;
import java.util.List;

/**
 * Keeps the service's own keys, sealed.
 *
 * <p>Its one promise: of any number of instances that start together, all leave {@link #agree} with the same key. One purpose has
 * at most one active key, ever. Throws {@link StoreUnavailableException} when the store cannot be asked.
 */
public interface SealedKeyStore {

    /**
     * Makes {@code candidate}, which is {@code ACTIVE}, the active key of its purpose unless there is one already.
     *
     * @return the active key of that purpose: {@code candidate}, or the one that was there
     */
    SealedKey agree(SealedKey candidate);

    /** Every key, oldest first. */
    List<SealedKey> list();
}
