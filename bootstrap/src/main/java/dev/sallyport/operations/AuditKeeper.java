package dev.sallyport.operations;

import dev.sallyport.application.audit.AuditTrail;
import dev.sallyport.application.audit.AuditTrail.Signing;
import dev.sallyport.application.audit.SweepAuditLog;
import dev.sallyport.domain.StoreUnavailableException;
import dev.sallyport.domain.audit.AuditSeal;
import dev.sallyport.domain.audit.AuditStore;
import dev.sallyport.domain.audit.ChainId;
import dev.sallyport.domain.audit.Checkpoint;
import dev.sallyport.domain.audit.CheckpointStore;
import dev.sallyport.settings.Configuration;
import io.micronaut.context.annotation.Requires;
import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.List;
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

    /** Of its own: logback.xml has it written whatever level is chosen, because these lines prove something only where they are kept. */
    private static final Logger CHECKPOINTS = LoggerFactory.getLogger("dev.sallyport.checkpoints");

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
            switch (trail.checkpoint()) {
                case Signing.Kept(Checkpoint checkpoint) -> write(checkpoint);
                case Signing.Unchanged() -> {}
                case Signing.NotKept(Checkpoint checkpoint) -> {
                    LOG.error(
                            "Somebody changed or removed the checkpoint of chain {} of the audit log; run audit verify",
                            checkpoint.chain());
                    write(checkpoint);
                }
            }
        } catch (StoreUnavailableException outage) {
            LOG.warn("Could not keep a checkpoint of the audit log; the next one will do: {}", outage.getMessage());
        }
    }

    private static void write(Checkpoint checkpoint) {
        CHECKPOINTS.info(CheckpointLine.of(checkpoint));
    }

    @Scheduled(initialDelay = "7m", fixedDelay = "1h")
    void sweep() {
        try {
            List<ChainId> leftAlone = sweep.map(SweepAuditLog::sweep).orElseGet(List::of);
            if (!leftAlone.isEmpty()) {
                LOG.error(
                        "Old audit records are kept because these chains begin with something that the service did not write;"
                                + " run audit verify: {}",
                        leftAlone);
            }
        } catch (StoreUnavailableException outage) {
            LOG.warn("Could not remove old audit records; the next round will: {}", outage.getMessage());
        }
    }
}
