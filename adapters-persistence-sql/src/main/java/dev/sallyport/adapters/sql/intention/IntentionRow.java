package dev.sallyport.adapters.sql.intention;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;

/**
 * The row of {@code intentions}.
 *
 * @param announced a line for each: since when in epoch milliseconds, a space, what
 */
@MappedEntity("intentions")
record IntentionRow(@Id String id, long version, String announced) {}
