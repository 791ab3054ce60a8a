package dev.sallyport.wiring;

import dev.sallyport.adapters.mongo.MongoProperties;
import dev.sallyport.adapters.mongo.MongoSettings;
import dev.sallyport.adapters.mongo.MongoStartFailure;
import dev.sallyport.adapters.mongo.apikey.MongoApiKeyStore;
import dev.sallyport.adapters.mongo.audit.MongoAuditStore;
import dev.sallyport.adapters.mongo.audit.MongoCheckpointStore;
import dev.sallyport.adapters.mongo.intention.MongoIntentionStore;
import dev.sallyport.adapters.mongo.key.MongoSealedKeyStore;
import dev.sallyport.adapters.mongo.role.MongoRoleStore;
import dev.sallyport.adapters.mongo.throttle.MongoAttemptLimiter;
import dev.sallyport.adapters.mongo.token.MongoOneTimeTokenStore;
import dev.sallyport.adapters.mongo.token.MongoSessionStore;
import dev.sallyport.adapters.mongo.user.MongoUserStore;
import dev.sallyport.settings.Database;
import dev.sallyport.settings.Storage;
import io.micronaut.context.BeanContext;
import java.util.Map;
import java.util.Optional;

/** Documents in MongoDB. */
final class MongoBackend implements AccountsBackend {

    @Override
    public boolean takes(String url) {
        return MongoProperties.isMongo(url);
    }

    @Override
    public Map<String, Object> accounts(Database database, Storage storage) {
        return MongoProperties.accounts(settings(database, storage));
    }

    @Override
    public Map<String, Object> tokens(Database database, Storage storage) {
        return MongoProperties.tokens(settings(database, storage));
    }

    @Override
    public Map<String, Object> both(Database database, Storage storage) {
        return MongoProperties.both(settings(database, storage));
    }

    @Override
    public AccountStores accounts(BeanContext beans) {
        return AccountStores.of(
                beans.getBean(MongoUserStore.class),
                beans.getBean(MongoRoleStore.class),
                beans.getBean(MongoApiKeyStore.class),
                beans.getBean(MongoIntentionStore.class),
                beans.getBean(MongoAuditStore.class),
                beans.getBean(MongoCheckpointStore.class),
                beans.getBean(MongoSealedKeyStore.class));
    }

    @Override
    public TokenStores tokens(BeanContext beans) {
        return TokenStores.of(
                beans.getBean(MongoSessionStore.class),
                beans.getBean(MongoOneTimeTokenStore.class),
                beans.getBean(MongoAttemptLimiter.class));
    }

    @Override
    public boolean isRemote(String url) {
        return true;
    }

    @Override
    public String describe(String url) {
        return "MongoDB at " + Place.of(url);
    }

    @Override
    public Optional<String> explain(Throwable failure, String url) {
        return MongoStartFailure.explain(failure, url);
    }

    private static MongoSettings settings(Database database, Storage storage) {
        return new MongoSettings(
                database.url(),
                database.user(),
                database.password(),
                storage.mongoPool().min(),
                storage.mongoPool().max(),
                storage.timeout());
    }
}
