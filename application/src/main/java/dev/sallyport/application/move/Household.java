package dev.sallyport.application.move;

import dev.sallyport.domain.Holdings;
import dev.sallyport.domain.apikey.ApiKey;
import dev.sallyport.domain.audit.AuditRecord;
import dev.sallyport.domain.audit.Checkpoint;
import dev.sallyport.domain.key.SealedKey;
import dev.sallyport.domain.role.Role;
import dev.sallyport.domain.token.OneTimeToken;
import dev.sallyport.domain.token.Session;
import dev.sallyport.domain.user.User;

/** Everything one service keeps. Whatever a later port keeps becomes a component here and one of the {@link Kind}s. */
public record Household(
        Holdings<SealedKey> keys,
        Holdings<Role> roles,
        Holdings<User> accounts,
        Holdings<ApiKey> apiKeys,
        Holdings<Session> sessions,
        Holdings<OneTimeToken> oneTimeTokens,
        Holdings<AuditRecord> auditRecords,
        Holdings<Checkpoint> checkpoints) {}
