package dev.sallyport.adapters.sql.apikey;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import org.jspecify.annotations.Nullable;

/** A row of {@code api_keys}; instants in epoch milliseconds, the permissions in name order, one space between. */
@MappedEntity("api_keys")
record ApiKeyRow(
        @Id String id,
        String name,
        String creatorId,
        boolean serviceAccount,
        int tier,
        String permissions,
        String currentHash,
        @Nullable String previousHash,
        @Nullable Long previousUntil,
        long version,
        long createdAt,
        @Nullable Long expiresAt,
        @Nullable Long lastUsedAt) {

    /** Without the hashes, as in the domain. */
    @Override
    public String toString() {
        return "ApiKeyRow[" + id + ", version " + version + "]";
    }
}
