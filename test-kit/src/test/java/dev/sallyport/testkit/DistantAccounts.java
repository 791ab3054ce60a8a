package dev.sallyport.testkit;

import dev.sallyport.domain.apikey.ApiKeyStore;
import dev.sallyport.domain.intention.IntentionStore;
import dev.sallyport.domain.role.RoleStore;
import dev.sallyport.domain.user.UserStore;
import dev.sallyport.testkit.backend.Relay;
import org.junit.jupiter.api.AfterEach;

/** The contract over right stores, each of whose calls costs so many round trips. */
abstract class DistantAccounts implements AccountsRoundTripsContract {

    private final Distance distance;
    private final UserStore users = new NaiveUserStore();
    private final RoleStore roles = new NaiveRoleStore();
    private final ApiKeyStore apiKeys = new NaiveApiKeyStore();
    private final IntentionStore intentions = new NaiveIntentionStore();

    DistantAccounts(int roundTrips) {
        distance = new Distance(roundTrips);
    }

    @Override
    public Relay relay() {
        return distance.relay();
    }

    @Override
    public UserStore users() {
        return distance.to(UserStore.class, users);
    }

    @Override
    public RoleStore roles() {
        return distance.to(RoleStore.class, roles);
    }

    @Override
    public ApiKeyStore apiKeys() {
        return distance.to(ApiKeyStore.class, apiKeys);
    }

    @Override
    public IntentionStore intentions() {
        return distance.to(IntentionStore.class, intentions);
    }

    @AfterEach
    void close() {
        distance.close();
    }
}
