package dev.sallyport.application.token;

import dev.sallyport.application.user.Actor;
import dev.sallyport.application.user.FindActor;
import dev.sallyport.domain.role.Permission;
import dev.sallyport.domain.token.Session;
import dev.sallyport.domain.token.SessionPolicy;
import dev.sallyport.domain.token.SessionStore;
import dev.sallyport.domain.user.User;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** Lists where the caller is signed in, newest first; never more than one account may have. */
public final class ListSessions {

    /** What came of it. */
    public sealed interface Result {
        record Listed(List<Session> sessions) implements Result {
            public Listed {
                sessions = List.copyOf(sessions);
            }
        }

        record SignedOut() implements Result {}

        record Forbidden() implements Result {}
    }

    private final FindActor actors;
    private final SessionStore sessions;
    private final InstantSource clock;

    public ListSessions(FindActor actors, SessionStore sessions, InstantSource clock) {
        this.actors = actors;
        this.sessions = sessions;
        this.clock = clock;
    }

    public Result list(Caller caller) {
        Optional<Actor> actor = actors.find(caller);
        if (actor.isEmpty()) {
            return new Result.SignedOut();
        }
        return actor.filter(reader -> reader.may(Permission.SESSIONS_READ_SELF))
                .flatMap(Actor::account)
                .<Result>map(account -> new Result.Listed(honoured(account)))
                .orElseGet(Result.Forbidden::new);
    }

    private List<Session> honoured(User account) {
        return sessions.list(account.id(), clock.instant(), SessionPolicy.MOST_PER_USER).stream()
                .filter(session -> session.isHonouredBy(account))
                .toList();
    }
}
