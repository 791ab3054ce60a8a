package dev.sallyport.adapters.rest.token;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.sallyport.application.token.Caller;
import dev.sallyport.domain.token.Session;
import io.micronaut.serde.annotation.Serdeable;
import java.util.List;

/** Where somebody is signed in, newest first. */
@Serdeable
@JsonInclude(JsonInclude.Include.ALWAYS)
public record SessionList(List<SessionView> items) {

    public SessionList {
        items = List.copyOf(items);
    }

    /** Tells the caller's own session from the others. */
    static SessionList of(List<Session> sessions, Caller caller) {
        return new SessionList(sessions.stream()
                .map(session -> SessionView.of(session, isCurrent(session, caller)))
                .toList());
    }

    private static boolean isCurrent(Session session, Caller caller) {
        return caller instanceof Caller.InSession(Session own) && own.id().equals(session.id());
    }
}
