package io.parvis.engagement.fan.erasure;

import io.parvis.engagement.fan.personal.VaultMaintenance;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.CompletableFuture;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Writes the leaves anew from which something was destroyed. One pass runs at a time, and all who ask during one share
 * the next: a thousand erasures at once cost a few passes.
 */
@ApplicationScoped
class PartitionRewriting {

    private static final Logger LOG = Logger.getLogger(PartitionRewriting.class);

    private final VaultMaintenance vault;
    private final WalCheckpoint checkpoint;
    private boolean running;
    private @Nullable CompletableFuture<Void> next;

    PartitionRewriting(VaultMaintenance vault, WalCheckpoint checkpoint) {
        this.vault = vault;
        this.checkpoint = checkpoint;
    }

    /**
     * Done when every leaf that was due by now has been written anew, or has refused to be: never fails. Whoever waits no longer
     * ends it for nobody else.
     */
    Uni<Void> pass() {
        return Uni.createFrom().completionStage(() -> join().copy());
    }

    private synchronized CompletableFuture<Void> join() {
        if (next == null) {
            next = new CompletableFuture<>();
        }
        var mine = next;
        if (!running) {
            begin();
        }
        return mine;
    }

    private synchronized void begin() {
        running = true;
        var mine = next;
        next = null;
        run().subscribe().with(done -> end(mine), failure -> {
            LOG.warnf("What was erased may still be in the files of the keys' tables: %s", failure.getMessage());
            end(mine);
        });
    }

    private void end(CompletableFuture<Void> pass) {
        synchronized (this) {
            running = false;
            if (next != null) {
                begin();
            }
        }
        pass.complete(null);
    }

    private Uni<Void> run() {
        return vault.leavesToRewrite()
                .chain(leaves -> Multi.createFrom()
                        .iterable(leaves)
                        .onItem()
                        .transformToUniAndConcatenate(this::rewrite)
                        .collect()
                        .asList())
                .invoke(rewritten -> {
                    if (!rewritten.isEmpty()) {
                        checkpoint.schedule();
                    }
                })
                .replaceWithVoid();
    }

    /** One that somebody is reading for long is left for later. */
    private Uni<Boolean> rewrite(String leaf) {
        return vault.rewrite(leaf)
                .replaceWith(true)
                .onFailure()
                .invoke(failure -> LOG.warnf("%s is written anew later: %s", leaf, failure.getMessage()))
                .onFailure()
                .recoverWithItem(false);
    }
}
