package io.parvis.engagement.contest.write.reveal;

import io.parvis.engagement.contest.event.EntriesSealed;
import io.parvis.engagement.contest.log.ContestLog;
import io.parvis.engagement.drawing.DrawCalculator;
import io.parvis.eventing.projection.Automation;
import io.parvis.eventing.projection.Reaction;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import org.axonframework.messaging.eventhandling.annotation.EventHandler;

/** Of an instant win nothing is left to be drawn: it is told at once who won, and why. */
@Singleton
class WhenEntriesAreSealedThenRevealMoments implements Automation {

    private final ContestLog log;
    private final DrawCalculator draws;

    WhenEntriesAreSealedThenRevealMoments(ContestLog log, DrawCalculator draws) {
        this.log = log;
        this.draws = draws;
    }

    @Override
    public String name() {
        return "engagement.reveal-moments";
    }

    @Override
    public String sequencedBy() {
        return "contest";
    }

    @EventHandler
    Uni<?> on(EntriesSealed event, Reaction reaction) {
        return log.dossier(event.contestId()).chain(dossier -> {
            if (!dossier.life().isInstantWin()) {
                return Uni.createFrom().voidItem();
            }
            var seed = draws.seed(dossier).reveal();
            return reaction.send(new RevealMoments(event.contestId(), event.brandId(), seed));
        });
    }
}
