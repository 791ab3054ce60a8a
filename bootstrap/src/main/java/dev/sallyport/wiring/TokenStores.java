package dev.sallyport.wiring;

import dev.sallyport.domain.throttle.AttemptLimiter;
import dev.sallyport.domain.token.SessionStore;

/** The stores of the database that keeps tokens, as the adapter made them: nothing counts their calls or stands before them. */
public record TokenStores(SessionStore sessions, AttemptLimiter attempts) {}
