package dev.sallyport.wiring;

import dev.sallyport.adapters.crypto.key.KeyRing;
import dev.sallyport.application.audit.AuditTrail;
import dev.sallyport.application.audit.ListAuditEvents;
import dev.sallyport.application.user.FindActor;
import dev.sallyport.domain.audit.AuditLog;
import dev.sallyport.domain.audit.AuditSeal;
import dev.sallyport.domain.audit.AuditStore;
import dev.sallyport.domain.audit.CheckpointStore;
import dev.sallyport.operations.MeteredAuditLog;
import io.micrometer.core.instrument.MeterRegistry;
import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.InstantSource;

/** The audit log: written, read, and proved. */
@Factory
final class AuditUseCases {

    @Singleton
    AuditSeal auditSeal(KeyRing ring) {
        return new AuditSeal(ring.auditKey());
    }

    @Singleton
    @Bean(typed = AuditTrail.class)
    AuditTrail auditTrail(
            AuditStore store, CheckpointStore checkpoints, AuditSeal seal, InstantSource clock, SecureRandom random) {
        return new AuditTrail(store, checkpoints, seal, clock, random);
    }

    @Singleton
    @Bean(typed = AuditLog.class)
    AuditLog auditLog(AuditTrail trail, MeterRegistry meters) {
        return new MeteredAuditLog(trail, meters);
    }

    @Singleton
    ListAuditEvents listAuditEvents(FindActor actors, AuditStore store) {
        return new ListAuditEvents(actors, store);
    }
}
