package dev.sallyport.wiring;

import dev.sallyport.adapters.memory.MemoryApiKeyStore;
import dev.sallyport.adapters.memory.MemoryAttemptLimiter;
import dev.sallyport.adapters.memory.MemoryAuditStore;
import dev.sallyport.adapters.memory.MemoryCheckpointStore;
import dev.sallyport.adapters.memory.MemoryIntentionStore;
import dev.sallyport.adapters.memory.MemoryOneTimeTokenStore;
import dev.sallyport.adapters.memory.MemoryRoleStore;
import dev.sallyport.adapters.memory.MemorySealedKeyStore;
import dev.sallyport.adapters.memory.MemorySessionStore;
import dev.sallyport.adapters.memory.MemoryUserStore;
import dev.sallyport.settings.Database;
import dev.sallyport.settings.Storage;
import io.micronaut.context.BeanContext;
import java.util.Map;
import java.util.Optional;

/** Maps in this process, gone when it ends. */
final class MemoryBackend implements AccountsBackend {

    @Override
    public boolean takes(String url) {
        return url.equals(Database.MEMORY.url());
    }

    @Override
    public Map<String, Object> accounts(Database database, Storage storage) {
        return Map.of();
    }

    @Override
    public Map<String, Object> tokens(Database database, Storage storage) {
        return Map.of();
    }

    @Override
    public Map<String, Object> both(Database database, Storage storage) {
        return Map.of();
    }

    @Override
    public AccountStores accounts(BeanContext beans) {
        return AccountStores.of(
                new MemoryUserStore(),
                new MemoryRoleStore(),
                new MemoryApiKeyStore(),
                new MemoryIntentionStore(),
                new MemoryAuditStore(),
                new MemoryCheckpointStore(),
                new MemorySealedKeyStore());
    }

    @Override
    public TokenStores tokens(BeanContext beans) {
        return TokenStores.of(new MemorySessionStore(), new MemoryOneTimeTokenStore(), new MemoryAttemptLimiter());
    }

    @Override
    public boolean isRemote(String url) {
        return false;
    }

    @Override
    public String describe(String url) {
        return "memory (gone when the process ends)";
    }

    @Override
    public Optional<String> explain(Throwable failure, String url) {
        return Optional.empty();
    }
}
