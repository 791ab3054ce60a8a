package dev.sallyport.wiring;

import dev.sallyport.domain.audit.AuditLog;
import dev.sallyport.domain.key.SealedKeyStore;
import dev.sallyport.domain.role.RoleStore;
import dev.sallyport.domain.user.UserStore;

/** The stores of the database that keeps accounts, as the adapter made them: nothing counts their calls or stands before them. */
public record AccountStores(UserStore users, RoleStore roles, AuditLog auditLog, SealedKeyStore keys) {}
