package dev.sallyport.adapters.sql.key;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import org.jspecify.annotations.Nullable;

/**
 * A row of {@code sealed_keys}; the instant in epoch milliseconds.
 *
 * @param activePurpose the purpose while the key is active, else null; unique
 */
@MappedEntity("sealed_keys")
record SealedKeyRow(
        @Id String id,
        String purpose,
        String state,
        String sealed,
        long createdAt,
        @Nullable String activePurpose) {

    /** Without what is sealed, as in the domain. */
    @Override
    public String toString() {
        return "SealedKeyRow[" + id + ", " + purpose + ", " + state + "]";
    }
}
