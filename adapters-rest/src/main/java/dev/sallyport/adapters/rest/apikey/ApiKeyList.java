package dev.sallyport.adapters.rest.apikey;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * API keys, newest first.
 *
 * @param nextCursor where the next page begins; null on the last
 */
@Serdeable(naming = SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.ALWAYS)
public record ApiKeyList(List<ApiKeyView> items, @Nullable String nextCursor) {

    public ApiKeyList {
        items = List.copyOf(items);
    }
}
