package io.parvis.engagement.contest.write.close;

import io.parvis.engagement.contest.drawing.ContestLog;
import io.parvis.engagement.contest.event.ContestClosed;
import io.parvis.eventing.projection.Automation;
import io.parvis.eventing.projection.Reaction;
import io.parvis.eventing.store.RecordedEvent;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import org.axonframework.messaging.eventhandling.annotation.EventHandler;

/** After a crash anywhere it is done again, and comes to the same root: it depends on the log up to the closing alone. */
@Singleton
class WhenContestIsClosedThenSealEntries implements Automation {

    private final ContestLog log;

    WhenContestIsClosedThenSealEntries(ContestLog log) {
        this.log = log;
    }

    @Override
    public String name() {
        return "engagement.seal-entries";
    }

    @Override
    public String sequencedBy() {
        return "contest";
    }

    @EventHandler
    Uni<?> on(ContestClosed event, Reaction reaction, RecordedEvent recorded) {
        return log.file(event.contestId())
                .chain(file -> log.entries(event.contestId(), recorded.position())
                        .chain(entries -> reaction.send(
                                new SealEntries(event.contestId(), event.brandId(), entries.closing(file)))));
    }
}
