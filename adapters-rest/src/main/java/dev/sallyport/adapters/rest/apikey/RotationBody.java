package dev.sallyport.adapters.rest.apikey;

import dev.sallyport.adapters.rest.json.JsonBody;
import io.micronaut.core.annotation.Introspected;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

@Introspected
record RotationBody(@Nullable Long overlapSeconds) implements JsonBody {

    private static final Duration USUAL = Duration.ofHours(1);

    /** How long the present secret is to stay good. */
    Duration overlap() {
        return overlapSeconds == null ? USUAL : Duration.ofSeconds(overlapSeconds);
    }
}
