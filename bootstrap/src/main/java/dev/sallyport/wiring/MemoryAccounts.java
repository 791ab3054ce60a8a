package dev.sallyport.wiring;

import dev.sallyport.adapters.memory.MemoryAuditLog;
import dev.sallyport.adapters.memory.MemoryRoleStore;
import dev.sallyport.adapters.memory.MemorySealedKeyStore;
import dev.sallyport.adapters.memory.MemoryUserStore;
import dev.sallyport.domain.audit.AuditLog;
import dev.sallyport.domain.key.SealedKeyStore;
import dev.sallyport.domain.role.RoleStore;
import dev.sallyport.domain.user.UserStore;
import dev.sallyport.operations.MeteredAuditLog;
import io.micrometer.core.instrument.MeterRegistry;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;

/** Accounts in memory, gone when the process ends. */
@Factory
@Requires(property = StoragePlan.ACCOUNTS, value = "MEMORY")
final class MemoryAccounts {

    @Singleton
    UserStore users() {
        return new MemoryUserStore();
    }

    @Singleton
    RoleStore roles() {
        return new MemoryRoleStore();
    }

    @Singleton
    AuditLog auditLog(MeterRegistry meters) {
        return new MeteredAuditLog(new MemoryAuditLog(), meters);
    }

    @Singleton
    SealedKeyStore keys() {
        return new MemorySealedKeyStore();
    }
}
