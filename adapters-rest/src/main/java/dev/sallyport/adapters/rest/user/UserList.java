package dev.sallyport.adapters.rest.user;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of accounts, newest first.
 *
 * @param nextCursor where the next page begins; null on the last one
 * @param total how many there are on all pages; null unless that was asked
 */
@Serdeable(naming = SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.ALWAYS)
public record UserList(
        List<AccountView> items,
        @Nullable String nextCursor,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Long total) {

    public UserList {
        items = List.copyOf(items);
    }
}
