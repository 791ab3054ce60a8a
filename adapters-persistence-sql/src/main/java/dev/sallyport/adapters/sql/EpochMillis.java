package dev.sallyport.adapters.sql;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Instants as columns hold them, where they may be null. */
public final class EpochMillis {

    private EpochMillis() {}

    public static @Nullable Long of(@Nullable Instant instant) {
        return instant == null ? null : instant.toEpochMilli();
    }

    public static @Nullable Instant toInstant(@Nullable Long millis) {
        return millis == null ? null : Instant.ofEpochMilli(millis);
    }
}
