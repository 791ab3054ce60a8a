package dev.sallyport.wiring;

import dev.sallyport.breaker.Breaker;
import dev.sallyport.breaker.Breakers;
import dev.sallyport.domain.apikey.ApiKeyStore;
import dev.sallyport.domain.audit.AuditStore;
import dev.sallyport.domain.audit.CheckpointStore;
import dev.sallyport.domain.intention.IntentionStore;
import dev.sallyport.domain.key.SealedKeyStore;
import dev.sallyport.domain.role.RoleName;
import dev.sallyport.domain.role.RoleStore;
import dev.sallyport.domain.throttle.AttemptLimiter;
import dev.sallyport.domain.token.OneTimeTokenStore;
import dev.sallyport.domain.token.SessionId;
import dev.sallyport.domain.token.SessionStore;
import dev.sallyport.domain.user.UserId;
import dev.sallyport.domain.user.UserStore;
import dev.sallyport.operations.StoresHealth;
import dev.sallyport.operations.StoresHealth.Store;
import dev.sallyport.settings.Configuration;
import io.micrometer.core.instrument.MeterRegistry;
import io.micronaut.context.BeanContext;
import io.micronaut.context.annotation.Factory;
import io.micronaut.management.health.indicator.annotation.Readiness;
import io.micronaut.scheduling.TaskExecutors;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;

/** The ports that use cases are given: the chosen adapters' stores, each behind the breaker of its database. */
@Factory
final class Stores {

    private static final String ACCOUNTS = "accounts";
    private static final String TOKENS = "tokens";

    @Singleton
    AccountStores accounts(StoragePlan plan, BeanContext beans) {
        return plan.accounts().backend().accounts(beans);
    }

    @Singleton
    TokenStores tokens(StoragePlan plan, BeanContext beans) {
        return plan.tokens().backend().tokens(beans);
    }

    /** One named after the accounts' setting, and one after the tokens' if they have a database of their own. */
    @Singleton
    Breakers breakers(StoragePlan plan, Configuration configuration, InstantSource clock, MeterRegistry meters) {
        Optional<Breaker> accounts = breaker(plan.accounts(), ACCOUNTS, configuration, clock, meters);
        Optional<Breaker> tokens =
                plan.isOneDatabase() ? accounts : breaker(plan.tokens(), TOKENS, configuration, clock, meters);
        return new Breakers(accounts, tokens);
    }

    private static Optional<Breaker> breaker(
            StoragePlan.Axis<?> axis,
            String name,
            Configuration configuration,
            InstantSource clock,
            MeterRegistry meters) {
        if (!axis.isRemote()) {
            return Optional.empty();
        }
        Breaker breaker = new Breaker(name, configuration.breaker(), clock);
        breaker.bindTo(meters);
        return Optional.of(breaker);
    }

    @Singleton
    UserStore users(AccountStores stores, Breakers breakers) {
        return breakers.guardAccounts(UserStore.class, stores.users());
    }

    @Singleton
    RoleStore roles(AccountStores stores, Breakers breakers) {
        return breakers.guardAccounts(RoleStore.class, stores.roles());
    }

    @Singleton
    ApiKeyStore apiKeys(AccountStores stores, Breakers breakers) {
        return breakers.guardAccounts(ApiKeyStore.class, stores.apiKeys());
    }

    @Singleton
    IntentionStore intentions(AccountStores stores, Breakers breakers) {
        return breakers.guardAccounts(IntentionStore.class, stores.intentions());
    }

    @Singleton
    AuditStore auditStore(AccountStores stores, Breakers breakers) {
        return breakers.guardAccounts(AuditStore.class, stores.auditStore());
    }

    @Singleton
    CheckpointStore checkpoints(AccountStores stores, Breakers breakers) {
        return breakers.guardAccounts(CheckpointStore.class, stores.checkpoints());
    }

    @Singleton
    SealedKeyStore keys(AccountStores stores, Breakers breakers) {
        return breakers.guardAccounts(SealedKeyStore.class, stores.keys());
    }

    @Singleton
    SessionStore sessions(TokenStores stores, Breakers breakers) {
        return breakers.guardTokens(SessionStore.class, stores.sessions());
    }

    @Singleton
    OneTimeTokenStore oneTimeTokens(TokenStores stores, Breakers breakers) {
        return breakers.guardTokens(OneTimeTokenStore.class, stores.oneTimeTokens());
    }

    @Singleton
    AttemptLimiter attempts(TokenStores stores, Breakers breakers) {
        return breakers.guardTokens(AttemptLimiter.class, stores.attempts());
    }

    /** The questions are about what is asked for all the time and lies in memory wherever there is a cache. */
    @Singleton
    @Readiness
    StoresHealth health(
            StoragePlan plan,
            Breakers breakers,
            RoleStore roles,
            SessionStore sessions,
            InstantSource clock,
            SecureRandom random,
            @Named(TaskExecutors.BLOCKING) ExecutorService blocking) {
        Instant now = clock.instant();
        SessionId nobodys = SessionId.next(UserId.next(now, random), now, random);
        Store accounts = new Store(ACCOUNTS, () -> roles.find(RoleName.USER), breakers.accounts());
        Store tokens = new Store(TOKENS, () -> sessions.find(nobodys), breakers.tokens());
        List<Store> stores = plan.isOneDatabase() ? List.of(accounts) : List.of(accounts, tokens);
        return new StoresHealth(stores, blocking);
    }
}
