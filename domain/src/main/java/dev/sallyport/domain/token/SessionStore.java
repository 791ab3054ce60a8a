package dev.sallyport.domain.token;

import dev.sallyport.domain.StoreUnavailableException;
import dev.sallyport.domain.user.UserId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Keeps sessions. A session that ended is gone; a session past its {@code expiresAt} may still be there, and whoever reads it checks.
 *
 * <p>Holds under concurrent calls, on any number of nodes: of many simultaneous replacements of one state exactly one is written;
 * what ended never comes back, whatever replacement was under way; when all simultaneous {@link #add}s for an account have
 * returned, at most {@code limit} of its sessions are left; a call that returned is seen by every later call. Instants come back
 * as written, to the millisecond.
 *
 * <p>{@code find}, {@code replace} and the calls that end sessions are one round trip; {@code add} is one, or two where what is
 * beyond the limit is looked for in a call of its own, and then one more for each session it ends. Throws {@link
 * StoreUnavailableException} when the store cannot be asked.
 */
public interface SessionStore {

    /**
     * Adds a session and ends the account's oldest beyond {@code limit}, by creation and then by id.
     *
     * @return the sessions that this call ended, oldest first
     */
    List<SessionId> add(Session session, int limit);

    Optional<Session> find(SessionId id);

    /** The account's sessions that have not expired at {@code now}, newest first, at most {@code max} of them. */
    List<Session> list(UserId user, Instant now, int max);

    /**
     * Writes {@code next} if the stored session still has {@code expected}'s generation and credentials version.
     *
     * @return whether it was written; otherwise read again and decide again
     */
    boolean replace(Session expected, Session next);

    /** Ends one session if it belongs to {@code user}; of many simultaneous calls one is told {@code true}. */
    boolean end(SessionId id, UserId user);

    /** Ends every session of the account that was added before this call. Returns how many this call ended. */
    int endAll(UserId user);

    /** Like {@link #endAll}, but spares {@code kept}. */
    int endOthers(UserId user, SessionId kept);

    /**
     * Removes sessions that expired before {@code now}. Only tidies: until then an expired session may count towards a limit and in
     * the numbers above, but is honoured nowhere.
     */
    void sweep(Instant now);
}
