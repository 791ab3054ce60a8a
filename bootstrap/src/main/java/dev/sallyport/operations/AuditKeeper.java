package dev.sallyport.operations;

import dev.sallyport.application.audit.AuditTrail;
import dev.sallyport.application.audit.SweepAuditLog;
import dev.sallyport.domain.StoreUnavailableException;
import dev.sallyport.domain.audit.AuditSeal;
import dev.sallyport.domain.audit.AuditStore;
import dev.sallyport.domain.audit.CheckpointStore;
import dev.sallyport.settings.Configuration;
import io.micronaut.context.annotation.Requires;
import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Signs how far the audit log has come, every few minutes and when the service ends, into the store and into the log; and removes what is
 * older than is kept.
 */
@Singleton
@Requires(bean = Configuration.class) // not where stores are opened without a service
final class AuditKeeper {

    private static final Logger LOG = LoggerFactory.getLogger(AuditKeeper.class);

    private final AuditTrail trail;
    private final Optional<SweepAuditLog> sweep;

    AuditKeeper(
            AuditTrail trail,
            AuditStore store,
            CheckpointStore checkpoints,
            AuditSeal seal,
            Configuration configuration,
            InstantSource clock) {
        this.trail = trail;
        this.sweep = configuration
                .audit()
                .retention()
                .map(retention -> new SweepAuditLog(store, checkpoints, seal, retention, clock));
    }

    @Scheduled(
            initialDelay = "${sallyport.audit.checkpoint-interval}",
            fixedDelay = "${sallyport.audit.checkpoint-interval}")
    @PreDestroy
    void checkpoint() {
        try {
            trail.checkpoint().map(CheckpointLine::of).ifPresent(LOG::info);
        } catch (StoreUnavailableException outage) {
            LOG.warn("Could not keep a checkpoint of the audit log; the next one will do: {}", outage.getMessage());
        }
    }

    @Scheduled(initialDelay = "7m", fixedDelay = "1h")
    void sweep() {
        try {
            sweep.ifPresent(SweepAuditLog::sweep);
        } catch (StoreUnavailableException outage) {
            LOG.warn("Could not remove old audit records; the next round will: {}", outage.getMessage());
        }
    }
}
