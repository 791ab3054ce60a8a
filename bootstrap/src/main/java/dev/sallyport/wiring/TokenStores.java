package dev.sallyport.wiring;

import dev.sallyport.domain.Holdings;
import dev.sallyport.domain.throttle.AttemptLimiter;
import dev.sallyport.domain.token.OneTimeToken;
import dev.sallyport.domain.token.OneTimeTokenStore;
import dev.sallyport.domain.token.Session;
import dev.sallyport.domain.token.SessionStore;

/** The stores of the database that keeps tokens, as the adapter made them: nothing counts their calls or stands before them. */
public record TokenStores(
        SessionStore sessions, OneTimeTokenStore oneTimeTokens, AttemptLimiter attempts, TokenHoldings holdings) {

    /** The same stores, as what they hold; attempts are over before anybody could carry them elsewhere. */
    record TokenHoldings(Holdings<Session> sessions, Holdings<OneTimeToken> oneTimeTokens) {}

    static <S extends SessionStore & Holdings<Session>, O extends OneTimeTokenStore & Holdings<OneTimeToken>>
            TokenStores of(S sessions, O oneTimeTokens, AttemptLimiter attempts) {
        return new TokenStores(sessions, oneTimeTokens, attempts, new TokenHoldings(sessions, oneTimeTokens));
    }
}
