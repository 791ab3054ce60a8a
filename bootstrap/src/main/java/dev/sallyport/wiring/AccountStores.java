package dev.sallyport.wiring;

import dev.sallyport.domain.Holdings;
import dev.sallyport.domain.apikey.ApiKey;
import dev.sallyport.domain.apikey.ApiKeyStore;
import dev.sallyport.domain.audit.AuditRecord;
import dev.sallyport.domain.audit.AuditStore;
import dev.sallyport.domain.audit.Checkpoint;
import dev.sallyport.domain.audit.CheckpointStore;
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
        AuditStore auditStore,
        CheckpointStore checkpoints,
        SealedKeyStore keys,
        AccountHoldings holdings) {

    /** The same stores, as what they hold; intentions are over before anybody could carry them elsewhere. */
    public record AccountHoldings(
            Holdings<User> users,
            Holdings<Role> roles,
            Holdings<ApiKey> apiKeys,
            Holdings<AuditRecord> auditRecords,
            Holdings<Checkpoint> checkpoints,
            Holdings<SealedKey> keys) {}

    static <
                    U extends UserStore & Holdings<User>,
                    R extends RoleStore & Holdings<Role>,
                    P extends ApiKeyStore & Holdings<ApiKey>,
                    A extends AuditStore & Holdings<AuditRecord>,
                    C extends CheckpointStore & Holdings<Checkpoint>,
                    K extends SealedKeyStore & Holdings<SealedKey>>
            AccountStores of(
                    U users, R roles, P apiKeys, IntentionStore intentions, A auditStore, C checkpoints, K keys) {
        return new AccountStores(
                users,
                roles,
                apiKeys,
                intentions,
                auditStore,
                checkpoints,
                keys,
                new AccountHoldings(users, roles, apiKeys, auditStore, checkpoints, keys));
    }
}
