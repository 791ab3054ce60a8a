package dev.sallyport.adapters.rest.token;

import io.micronaut.serde.annotation.Serdeable;
import java.util.List;

/** Where somebody is signed in, newest first. */
@Serdeable
public record SessionList(List<SessionView> items) {

    public SessionList {
        items = List.copyOf(items);
    }
}
