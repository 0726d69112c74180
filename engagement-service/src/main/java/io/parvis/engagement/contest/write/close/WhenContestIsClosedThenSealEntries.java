package io.parvis.engagement.contest.write.close;

import io.parvis.engagement.contest.ContestState;
import io.parvis.engagement.contest.event.ContestClosed;
import io.parvis.engagement.contest.log.ContestDossier;
import io.parvis.engagement.contest.log.ContestLog;
import io.parvis.engagement.drawing.DrawCalculator;
import io.parvis.eventing.projection.Automation;
import io.parvis.eventing.projection.Reaction;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import org.axonframework.messaging.eventhandling.annotation.EventHandler;

/** After a crash anywhere it is done again, and comes to the same root: it depends on the log up to the closing alone. */
@Singleton
class WhenContestIsClosedThenSealEntries implements Automation {

    private final ContestLog log;
    private final DrawCalculator draws;

    WhenContestIsClosedThenSealEntries(ContestLog log, DrawCalculator draws) {
        this.log = log;
        this.draws = draws;
    }

    @Override
    public String name() {
        return "engagement.seal-entries";
    }

    @Override
    public String sequencedBy() {
        return "contest";
    }

    /** It reads every entry. */
    @Override
    public boolean isLongRunning() {
        return true;
    }

    @EventHandler
    Uni<?> on(ContestClosed event, Reaction reaction) {
        return log.dossier(event.contestId())
                .chain(dossier -> mustBeSealed(dossier) ? seal(dossier, event, reaction) : nothing());
    }

    /** Where it was cut off after it was done, the entries are not read once more. */
    private static boolean mustBeSealed(ContestDossier dossier) {
        return dossier.life().state() == ContestState.CLOSED && dossier.closing() == null;
    }

    private Uni<?> seal(ContestDossier dossier, ContestClosed event, Reaction reaction) {
        return draws.toSeal(dossier)
                .chain(entries ->
                        reaction.send(new SealEntries(event.contestId(), event.brandId(), entries.closing(dossier))));
    }

    private static Uni<?> nothing() {
        return Uni.createFrom().voidItem();
    }
}
