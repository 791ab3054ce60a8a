package dev.sallyport.application.token;

import dev.sallyport.domain.token.AccessToken;
import dev.sallyport.domain.token.RefreshToken;
import dev.sallyport.domain.token.Session;
import dev.sallyport.domain.user.User;
import java.time.Duration;

/** What somebody gets who has signed in or refreshed. */
public record SignedIn(
        User user,
        Session session,
        AccessToken accessToken,
        Duration accessExpiresIn,
        RefreshToken refreshToken,
        Duration refreshExpiresIn) {}
