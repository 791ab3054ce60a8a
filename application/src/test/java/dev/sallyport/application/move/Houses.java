package dev.sallyport.application.move;

import dev.sallyport.adapters.memory.MemoryApiKeyStore;
import dev.sallyport.adapters.memory.MemoryAuditStore;
import dev.sallyport.adapters.memory.MemoryCheckpointStore;
import dev.sallyport.adapters.memory.MemoryOneTimeTokenStore;
import dev.sallyport.adapters.memory.MemoryRoleStore;
import dev.sallyport.adapters.memory.MemorySealedKeyStore;
import dev.sallyport.adapters.memory.MemorySessionStore;
import dev.sallyport.adapters.memory.MemoryUserStore;
import dev.sallyport.domain.Holdings;
import dev.sallyport.domain.token.Session;
import dev.sallyport.domain.user.User;
import dev.sallyport.testkit.Belongings;
import java.util.List;
import java.util.function.Consumer;

/** Households in memory. */
final class Houses {

    private Houses() {}

    static Household empty() {
        return new Household(
                new MemorySealedKeyStore(),
                new MemoryRoleStore(),
                new MemoryUserStore(),
                new MemoryApiKeyStore(),
                new MemorySessionStore(),
                new MemoryOneTimeTokenStore(),
                new MemoryAuditStore(),
                new MemoryCheckpointStore());
    }

    static Household with(Belongings belongings) {
        Household house = empty();
        house.keys().restore(belongings.keys());
        house.roles().restore(belongings.roles());
        house.accounts().restore(belongings.accounts());
        house.apiKeys().restore(belongings.apiKeys());
        house.sessions().restore(belongings.sessions());
        house.oneTimeTokens().restore(belongings.oneTimeTokens());
        house.auditRecords().restore(belongings.auditRecords());
        house.checkpoints().restore(belongings.checkpoints());
        return house;
    }

    static Household withAccounts(Household house, Holdings<User> accounts) {
        return new Household(
                house.keys(),
                house.roles(),
                accounts,
                house.apiKeys(),
                house.sessions(),
                house.oneTimeTokens(),
                house.auditRecords(),
                house.checkpoints());
    }

    static Household withSessions(Household house, Holdings<Session> sessions) {
        return new Household(
                house.keys(),
                house.roles(),
                house.accounts(),
                house.apiKeys(),
                sessions,
                house.oneTimeTokens(),
                house.auditRecords(),
                house.checkpoints());
    }

    /** The same house with somebody at the door, who sees every batch before it is written. */
    static Household watched(Household house, Consumer<List<?>> watchman) {
        return new Household(
                watched(house.keys(), watchman),
                watched(house.roles(), watchman),
                watched(house.accounts(), watchman),
                watched(house.apiKeys(), watchman),
                watched(house.sessions(), watchman),
                watched(house.oneTimeTokens(), watchman),
                watched(house.auditRecords(), watchman),
                watched(house.checkpoints(), watchman));
    }

    private static <T> Holdings<T> watched(Holdings<T> holdings, Consumer<List<?>> watchman) {
        return new PassedOn<>(holdings) {
            @Override
            public void restore(List<T> records) {
                watchman.accept(records);
                super.restore(records);
            }
        };
    }

    /** Everything, kind by kind. */
    static List<? extends List<?>> contents(Household house) {
        return Kind.all().stream()
                .map(kind -> kind.in(house).after("").toList())
                .toList();
    }
}
