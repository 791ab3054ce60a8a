package dev.sallyport.application.token;

import dev.sallyport.application.Denial;
import dev.sallyport.application.user.Actor;
import dev.sallyport.application.user.FindActor;
import dev.sallyport.application.user.FindActor.Admission;
import dev.sallyport.domain.role.Permission;
import dev.sallyport.domain.token.Session;
import dev.sallyport.domain.token.SessionPolicy;
import dev.sallyport.domain.token.SessionStore;
import dev.sallyport.domain.user.User;
import dev.sallyport.domain.user.UserId;
import dev.sallyport.domain.user.UserStore;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

/** Lists where somebody is signed in, newest first; never more than one account may have. Three round trips. */
public final class ListUserSessions {

    /** What came of it. */
    public sealed interface Result {
        record Listed(List<Session> sessions) implements Result {
            public Listed {
                sessions = List.copyOf(sessions);
            }
        }

        record Denied(Denial why) implements Result {}
    }

    private final FindActor actors;
    private final UserStore users;
    private final SessionStore sessions;
    private final InstantSource clock;

    public ListUserSessions(FindActor actors, UserStore users, SessionStore sessions, InstantSource clock) {
        this.actors = actors;
        this.users = users;
        this.sessions = sessions;
        this.clock = clock;
    }

    public Result list(Caller caller, UserId id) {
        return switch (actors.admit(caller, Permission.SESSIONS_MANAGE)) {
            case Admission.Refused(Denial why) -> new Result.Denied(why);
            case Admission.Granted(Actor _) -> list(id);
        };
    }

    private Result list(UserId id) {
        Instant now = clock.instant();
        return users.find(id)
                .map(user -> user.asOf(now))
                .<Result>map(user -> new Result.Listed(honoured(user, now)))
                .orElseGet(() -> new Result.Denied(new Denial.NotFound()));
    }

    private List<Session> honoured(User user, Instant now) {
        return sessions.list(user.id(), now, SessionPolicy.MOST_PER_USER).stream()
                .filter(session -> session.isHonouredBy(user))
                .toList();
    }
}
