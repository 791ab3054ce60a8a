package dev.sallyport.wiring;

import dev.sallyport.adapters.sql.audit.SqlAuditLog;
import dev.sallyport.adapters.sql.key.SqlSealedKeyStore;
import dev.sallyport.adapters.sql.role.SqlRoleStore;
import dev.sallyport.adapters.sql.user.SqlUserStore;
import dev.sallyport.domain.audit.AuditLog;
import dev.sallyport.domain.key.SealedKeyStore;
import dev.sallyport.domain.role.RoleStore;
import dev.sallyport.domain.user.UserStore;
import dev.sallyport.operations.MeteredAuditLog;
import io.micrometer.core.instrument.MeterRegistry;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;

/** Accounts in an SQL database. */
@Factory
@Requires(property = StoragePlan.ACCOUNTS, value = "SQL")
final class SqlAccounts {

    @Singleton
    UserStore users(SqlUserStore store) {
        return store;
    }

    @Singleton
    RoleStore roles(SqlRoleStore store) {
        return store;
    }

    @Singleton
    AuditLog auditLog(SqlAuditLog log, MeterRegistry meters) {
        return new MeteredAuditLog(log, meters);
    }

    @Singleton
    SealedKeyStore keys(SqlSealedKeyStore store) {
        return store;
    }
}
