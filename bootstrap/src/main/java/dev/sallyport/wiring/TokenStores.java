package dev.sallyport.wiring;

import dev.sallyport.domain.Holdings;
import dev.sallyport.domain.throttle.AttemptLimiter;
import dev.sallyport.domain.token.Session;
import dev.sallyport.domain.token.SessionStore;

/**
 * The stores of the database that keeps tokens, as the adapter made them: nothing counts their calls or stands before them.
 *
 * @param holdings the sessions, as what their store holds; attempts are over before anybody could carry them elsewhere
 */
public record TokenStores(SessionStore sessions, AttemptLimiter attempts, Holdings<Session> holdings) {

    static <S extends SessionStore & Holdings<Session>> TokenStores of(S sessions, AttemptLimiter attempts) {
        return new TokenStores(sessions, attempts, sessions);
    }
}
