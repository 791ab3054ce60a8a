package dev.sallyport.wiring;

import dev.sallyport.domain.Holdings;
import dev.sallyport.domain.apikey.ApiKey;
import dev.sallyport.domain.apikey.ApiKeyStore;
import dev.sallyport.domain.audit.AuditEvent;
import dev.sallyport.domain.audit.AuditLog;
import dev.sallyport.domain.intention.IntentionStore;
import dev.sallyport.domain.key.SealedKey;
import dev.sallyport.domain.key.SealedKeyStore;
import dev.sallyport.domain.role.Role;
import dev.sallyport.domain.role.RoleStore;
import dev.sallyport.domain.user.User;
import dev.sallyport.domain.user.UserStore;

/** The stores of the database that keeps accounts, as the adapter made them: nothing counts their calls or stands before them. */
public record AccountStores(
        UserStore users,
        RoleStore roles,
        ApiKeyStore apiKeys,
        IntentionStore intentions,
        AuditLog auditLog,
        SealedKeyStore keys,
        AccountHoldings holdings) {

    /** The same stores, as what they hold; intentions are over before anybody could carry them elsewhere. */
    record AccountHoldings(
            Holdings<User> users,
            Holdings<Role> roles,
            Holdings<ApiKey> apiKeys,
            Holdings<AuditEvent> auditLog,
            Holdings<SealedKey> keys) {}

    static <
                    U extends UserStore & Holdings<User>,
                    R extends RoleStore & Holdings<Role>,
                    P extends ApiKeyStore & Holdings<ApiKey>,
                    A extends AuditLog & Holdings<AuditEvent>,
                    K extends SealedKeyStore & Holdings<SealedKey>>
            AccountStores of(U users, R roles, P apiKeys, IntentionStore intentions, A auditLog, K keys) {
        return new AccountStores(
                users,
                roles,
                apiKeys,
                intentions,
                auditLog,
                keys,
                new AccountHoldings(users, roles, apiKeys, auditLog, keys));
    }
}
