package dev.sallyport.adapters.sql.token;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import org.jspecify.annotations.Nullable;

/** A row of {@code one_time_tokens}; instants in epoch milliseconds. */
@MappedEntity("one_time_tokens")
record OneTimeTokenRow(
        @Id String tokenHash,
        String purpose,
        @Nullable String subjectId,
        long createdAt,
        long expiresAt,
        @Nullable Long usedAt) {}
