package io.parvis.engagement.contest.read.contests;

import io.parvis.contracts.engagement.ContestPublished;
import io.parvis.engagement.contest.ContestState;
import io.parvis.engagement.contest.event.ContestCancelled;
import io.parvis.engagement.contest.event.ContestDrafted;
import io.parvis.engagement.contest.event.ContestRulesChanged;
import io.parvis.eventing.projection.Projection;
import io.parvis.eventing.store.RecordedEvent;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import org.axonframework.messaging.eventhandling.annotation.EventHandler;
import org.hibernate.reactive.mutiny.Mutiny;

@Singleton
class ContestProjection implements Projection {

    @Override
    public String name() {
        return "engagement.contests";
    }

    @Override
    public String sequencedBy() {
        return "contest";
    }

    @EventHandler
    Uni<Void> on(ContestDrafted event, Mutiny.Session session, RecordedEvent recorded) {
        return session.persist(new ContestView(event, recorded.position()));
    }

    @EventHandler
    Uni<?> on(ContestRulesChanged event, Mutiny.Session session, RecordedEvent recorded) {
        return session.find(ContestView.class, event.contestId())
                .invoke(contest -> contest.rewrite(event, recorded.position()));
    }

    @EventHandler
    Uni<?> on(ContestPublished event, Mutiny.Session session, RecordedEvent recorded) {
        return session.find(ContestView.class, event.contestId())
                .invoke(contest -> contest.publish(event, recorded.position()));
    }

    @EventHandler
    Uni<?> on(ContestCancelled event, Mutiny.Session session, RecordedEvent recorded) {
        return session.find(ContestView.class, event.contestId()).invoke(contest -> {
            contest.in(ContestState.CANCELLED, recorded.position());
            contest.cancelledBecause = event.reason();
        });
    }
}
