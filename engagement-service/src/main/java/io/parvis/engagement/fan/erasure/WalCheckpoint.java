package io.parvis.engagement.fan.erasure;

import io.parvis.engagement.fan.personal.VaultMaintenance;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jboss.logging.Logger;

/** Has the database let go of the part of its own log that still tells of what was destroyed; not at every erasure. */
@ApplicationScoped
class WalCheckpoint {

    private static final Logger LOG = Logger.getLogger(WalCheckpoint.class);

    private final VaultMaintenance vault;
    private final Vertx vertx;
    private final Clock clock;
    private final Duration interval;
    private Instant lastAt = Instant.EPOCH;
    private boolean planned;

    WalCheckpoint(VaultMaintenance vault, Vertx vertx, Clock clock, ErasureConfig config) {
        this.vault = vault;
        this.vertx = vertx;
        this.clock = clock;
        this.interval = config.recycleLog();
    }

    synchronized void schedule() {
        if (planned) {
            return;
        }
        planned = true;
        var wait = Duration.between(clock.instant(), lastAt.plus(interval)).toMillis();
        vertx.setTimer(Math.max(1, wait), tick -> recycle());
    }

    private synchronized void recycle() {
        planned = false;
        lastAt = clock.instant();
        vault.recycleLog()
                .subscribe()
                .with(
                        done -> LOG.debug("The database let go of its log"),
                        failure -> LOG.warnf(
                                "The database's log keeps what was erased until it comes round by itself: %s",
                                failure.getMessage()));
    }
}
