package dev.sallyport.adapters.sql.throttle;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;

/**
 * A row of {@code attempts}: one key's present or last window.
 *
 * @param endsAt epoch milliseconds
 * @param refused 1 once somebody was refused in it
 */
@MappedEntity("attempts")
record AttemptRow(@Id String attemptKey, int taken, long endsAt, int refused) {}
