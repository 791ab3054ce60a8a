package dev.sallyport.adapters.rest.user;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.sallyport.adapters.rest.json.WireTime;
import dev.sallyport.domain.user.Suspension;
import io.micronaut.serde.annotation.Serdeable;
import org.jspecify.annotations.Nullable;

/**
 * Why an account is kept out.
 *
 * @param until null if somebody has to end it
 */
@Serdeable
@JsonInclude(JsonInclude.Include.ALWAYS)
public record SuspensionView(String reason, @Nullable String until) {

    static SuspensionView of(Suspension suspension) {
        return new SuspensionView(
                suspension.reason(), suspension.until() == null ? null : WireTime.of(suspension.until()));
    }
}
