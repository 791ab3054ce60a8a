package dev.sallyport.application.token;

import dev.sallyport.domain.token.Session;

/**
 * Who makes a request: a genuine access token was shown, and its session was alive a moment ago. Whether the account still honours
 * the session is seen when the account is read, see {@code FindActor}.
 */
public record Caller(Session session) {}
