package io.parvis.reputation.watch.automation;

import io.parvis.contracts.engagement.ContestPublished;
import io.parvis.eventing.id.Ulid;
import io.parvis.eventing.projection.Automation;
import io.parvis.eventing.projection.Reaction;
import io.parvis.reputation.watch.Subject;
import io.parvis.reputation.watch.WatchId;
import io.parvis.reputation.watch.event.WatchAdded;
import io.parvis.reputation.watch.write.add.AddWatch;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import org.axonframework.messaging.eventhandling.annotation.EventHandler;

@Singleton
class WhenContestPublishedThenWatchItsName implements Automation {

    @Override
    public String name() {
        return "reputation.watch-contests";
    }

    @Override
    public String sequencedBy() {
        return "contest";
    }

    @EventHandler
    Uni<?> on(ContestPublished contest, Reaction reaction) {
        if (contest.rulesVersion() > 1) {
            return Uni.createFrom().voidItem();
        }
        return reaction.send(new AddWatch(new WatchAdded(
                new WatchId(Ulid.next()),
                contest.brandId(),
                contest.name(),
                Subject.OWN,
                List.of(contest.name()),
                List.of(),
                List.of())));
    }
}
