package io.parvis.engagement.fan.erasure;

import io.parvis.engagement.fan.personal.VaultMaintenance;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import org.jboss.logging.Logger;

/** Looks now and then for what was left over: leaves not yet written anew, and what was prepared and never recorded. */
@ApplicationScoped
class ErasureMaintenance {

    private static final Logger LOG = Logger.getLogger(ErasureMaintenance.class);
    private static final Duration SWEEP = Duration.ofHours(1);

    private final PartitionRewriting leaves;
    private final VaultMaintenance vault;
    private final Vertx vertx;
    private final ErasureConfig config;
    private long lookAgain;
    private long sweep;

    ErasureMaintenance(PartitionRewriting leaves, VaultMaintenance vault, Vertx vertx, ErasureConfig config) {
        this.leaves = leaves;
        this.vault = vault;
        this.vertx = vertx;
        this.config = config;
    }

    void start(@Observes @Priority(70) StartupEvent starting) {
        lookAgain = vertx.setPeriodic(
                config.lookAgain().toMillis(), tick -> leaves.pass().subscribe().with(done -> {}));
        sweep = vertx.setPeriodic(
                SWEEP.toMillis(),
                tick -> vault.sweep()
                        .subscribe()
                        .with(
                                swept -> LOG.debugf("%d rows swept", swept),
                                failure -> LOG.warnf(
                                        "What was never recorded is not swept away: %s", failure.getMessage())));
    }

    void stop(@Observes ShutdownEvent stopping) {
        vertx.cancelTimer(lookAgain);
        vertx.cancelTimer(sweep);
    }
}
