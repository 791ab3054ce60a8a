package dev.sallyport.adapters.sql.token;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import org.jspecify.annotations.Nullable;

/** A row of {@code sessions}; instants in epoch milliseconds. */
@MappedEntity("sessions")
record SessionRow(
        @Id String id,
        String userId,
        long generation,
        String salt,
        long credentialsVersion,
        String address,
        String network,
        @Nullable String userAgent,
        String requestId,
        long createdAt,
        long lastUsedAt,
        long expiresAt) {

    /** Without the salt, which is half of what makes a refresh token. */
    @Override
    public String toString() {
        return "SessionRow[" + id + ", generation " + generation + "]";
    }
}
