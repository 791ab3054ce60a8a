package dev.sallyport.adapters.mongo;

import dev.sallyport.adapters.mongo.apikey.MongoApiKeyStore;
import dev.sallyport.adapters.mongo.audit.MongoAuditStore;
import dev.sallyport.adapters.mongo.audit.MongoCheckpointStore;
import dev.sallyport.adapters.mongo.intention.MongoIntentionStore;
import dev.sallyport.adapters.mongo.role.MongoRoleStore;
import dev.sallyport.adapters.mongo.throttle.MongoAttemptLimiter;
import dev.sallyport.adapters.mongo.token.MongoOneTimeTokenStore;
import dev.sallyport.adapters.mongo.token.MongoSessionStore;
import dev.sallyport.adapters.mongo.user.MongoUserStore;
import dev.sallyport.domain.apikey.ApiKeyStore;
import dev.sallyport.domain.audit.AuditStore;
import dev.sallyport.domain.audit.CheckpointStore;
import dev.sallyport.domain.intention.IntentionStore;
import dev.sallyport.domain.role.RoleStore;
import dev.sallyport.domain.throttle.AttemptLimiter;
import dev.sallyport.domain.token.OneTimeTokenStore;
import dev.sallyport.domain.token.SessionStore;
import dev.sallyport.domain.user.UserStore;
import dev.sallyport.testkit.AccountsRoundTripsContract;
import dev.sallyport.testkit.AuditRoundTripsContract;
import dev.sallyport.testkit.TokensRoundTripsContract;
import dev.sallyport.testkit.backend.OnBackend;
import dev.sallyport.testkit.backend.Relay;
import dev.sallyport.testkit.backend.TestServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;

/** To mongo-java-server, unless there is a real MongoDB. */
@OnBackend("MongoDB")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class MongoRoundTripsTest
        implements AccountsRoundTripsContract, AuditRoundTripsContract, TokensRoundTripsContract {

    private final Relay relay = Relay.to(TestServer.mongo().address());
    private final MongoUnderTest mongo =
            MongoUnderTest.at(relay.through(TestServer.mongo().freshUrl()));

    @AfterAll
    void close() {
        mongo.close();
        relay.close();
    }

    @Override
    public Relay relay() {
        return relay;
    }

    @Override
    public UserStore users() {
        return mongo.get(MongoUserStore.class);
    }

    @Override
    public RoleStore roles() {
        return mongo.get(MongoRoleStore.class);
    }

    @Override
    public ApiKeyStore apiKeys() {
        return mongo.get(MongoApiKeyStore.class);
    }

    @Override
    public IntentionStore intentions() {
        return mongo.get(MongoIntentionStore.class);
    }

    @Override
    public AuditStore auditRecords() {
        return mongo.get(MongoAuditStore.class);
    }

    @Override
    public CheckpointStore checkpoints() {
        return mongo.get(MongoCheckpointStore.class);
    }

    @Override
    public SessionStore sessions() {
        return mongo.get(MongoSessionStore.class);
    }

    @Override
    public AttemptLimiter limiter() {
        return mongo.get(MongoAttemptLimiter.class);
    }

    @Override
    public OneTimeTokenStore oneTimeTokens() {
        return mongo.get(MongoOneTimeTokenStore.class);
    }
}
