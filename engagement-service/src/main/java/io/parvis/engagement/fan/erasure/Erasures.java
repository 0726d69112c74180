package io.parvis.engagement.fan.erasure;

import io.parvis.contracts.presence.BrandId;
import io.parvis.engagement.fan.erasure.ErasureJournal.Line;
import io.parvis.engagement.fan.personal.VaultMaintenance;
import io.parvis.engagement.id.FanId;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

/** Does what was recorded: each step may be done twice, and whatever is left over is done later by itself. */
@ApplicationScoped
public class Erasures {

    /** How long somebody waits for the files; the rows are gone by then. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final VaultMaintenance vault;
    private final ErasureJournal journal;
    private final PartitionRewriting leaves;
    private final Vertx vertx;
    private final Clock clock;

    Erasures(VaultMaintenance vault, ErasureJournal journal, PartitionRewriting leaves, Vertx vertx, Clock clock) {
        this.vault = vault;
        this.journal = journal;
        this.leaves = leaves;
        this.vertx = vertx;
        this.clock = clock;
    }

    /** Follows a recorded {@code FanErased}: done when it is in the journal and key and index entries are gone. */
    public Uni<Void> erased(BrandId brandId, FanId fanId) {
        return note(List.of(new Line(fanId, brandId, clock.instant()))).chain(() -> apply(fanId));
    }

    /** Destroys what the log says is to be: of an erased fan all, of another the mailboxes that it gave up. */
    public Uni<Void> apply(FanId fanId) {
        // The projection may have been faster with the rows: their files are waited for all the same.
        return vault.applyErasures(fanId).chain(destroyed -> rewriteLeaves());
    }

    private Uni<Void> rewriteLeaves() {
        return leaves.pass()
                .ifNoItem()
                .after(PATIENCE)
                .recoverWithUni(() -> Uni.createFrom().voidItem());
    }

    /** Returns on the context it was asked on, when the lines are on the disk. */
    Uni<Void> note(List<Line> lines) {
        return Uni.createFrom()
                .completionStage(() -> vertx.executeBlocking(() -> {
                            journal.add(lines);
                            return (Void) null;
                        })
                        .toCompletionStage());
    }
}
