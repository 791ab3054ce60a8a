package dev.sallyport.domain.token;

import dev.sallyport.domain.role.Role;
import dev.sallyport.domain.user.UserId;
import java.time.Instant;

/**
 * What an access token says. Issuer, audience and client are the same for all and belong to the adapter.
 *
 * @param role name, tier and permissions as they were when the token was issued; a token issued without permissions comes back
 *     with none
 * @param issuedAt to the second, as JWT counts
 * @param expiresAt to the second
 */
public record AccessClaims(
        TokenId id, UserId user, SessionId session, Role role, Instant issuedAt, Instant expiresAt) {}
