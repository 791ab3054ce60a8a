package dev.sallyport.move.file;

import dev.sallyport.adapters.memory.MemoryApiKeyStore;
import dev.sallyport.adapters.memory.MemoryAuditStore;
import dev.sallyport.adapters.memory.MemoryCheckpointStore;
import dev.sallyport.adapters.memory.MemoryOneTimeTokenStore;
import dev.sallyport.adapters.memory.MemoryRoleStore;
import dev.sallyport.adapters.memory.MemorySealedKeyStore;
import dev.sallyport.adapters.memory.MemorySessionStore;
import dev.sallyport.adapters.memory.MemoryUserStore;
import dev.sallyport.application.move.Household;
import dev.sallyport.application.move.Kind;
import dev.sallyport.application.move.MoveHouse;
import dev.sallyport.application.move.MoveHouse.Result;
import dev.sallyport.testkit.Belongings;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Households in memory, and what comes of moving them. */
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

    static Result move(Household from, Household to) {
        return new MoveHouse(() -> Belongings.NOW, step -> {}).move(from, to, Kind.all(), false);
    }

    static Path export(Household from, Path file) {
        try (BackupWriter backup = BackupWriter.create(file)) {
            move(from, backup.household());
            backup.finish();
        }
        return file;
    }

    /** Everything, kind by kind. */
    static List<List<?>> contents(Household house) {
        return Stream.of(
                        house.keys(),
                        house.roles(),
                        house.accounts(),
                        house.apiKeys(),
                        house.sessions(),
                        house.oneTimeTokens(),
                        house.auditRecords(),
                        house.checkpoints())
                .<List<?>>map(holdings -> holdings.after("").toList())
                .toList();
    }
}
