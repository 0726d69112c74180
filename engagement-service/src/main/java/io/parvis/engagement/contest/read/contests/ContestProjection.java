package io.parvis.engagement.contest.read.contests;

import io.parvis.contracts.engagement.ContestId;
import io.parvis.contracts.engagement.ContestPublished;
import io.parvis.engagement.contest.ContestLife;
import io.parvis.engagement.contest.ContestState;
import io.parvis.engagement.contest.event.ContestCancelled;
import io.parvis.engagement.contest.event.ContestClosed;
import io.parvis.engagement.contest.event.ContestDrafted;
import io.parvis.engagement.contest.event.ContestDrawn;
import io.parvis.engagement.contest.event.ContestRulesChanged;
import io.parvis.engagement.contest.event.ContestSettled;
import io.parvis.eventing.command.ResourceType;
import io.parvis.eventing.projection.Projection;
import io.parvis.eventing.projection.VersionedView;
import io.parvis.eventing.store.RecordedEvent;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Map;
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

    @Override
    public Map<ResourceType, Class<? extends VersionedView>> versions() {
        return Map.of(ContestLife.CONTEST, ContestView.class);
    }

    @EventHandler
    Uni<Void> on(ContestDrafted event, Mutiny.Session session, RecordedEvent recorded) {
        return session.persist(new ContestView(event, recorded.position()));
    }

    @EventHandler
    Uni<?> on(ContestRulesChanged event, Mutiny.Session session) {
        return session.find(ContestView.class, event.contestId().value()).invoke(contest -> contest.rewrite(event));
    }

    @EventHandler
    Uni<?> on(ContestPublished event, Mutiny.Session session) {
        return session.find(ContestView.class, event.contestId().value()).invoke(contest -> contest.publish(event));
    }

    @EventHandler
    Uni<?> on(ContestCancelled event, Mutiny.Session session) {
        return session.find(ContestView.class, event.contestId().value()).invoke(contest -> {
            contest.in(ContestState.CANCELLED);
            contest.cancelledBecause = event.reason();
        });
    }

    @EventHandler
    Uni<?> on(ContestClosed event, Mutiny.Session session) {
        return in(ContestState.CLOSED, event.contestId(), session);
    }

    @EventHandler
    Uni<?> on(ContestDrawn event, Mutiny.Session session) {
        return in(ContestState.DRAWN, event.contestId(), session);
    }

    @EventHandler
    Uni<?> on(ContestSettled event, Mutiny.Session session) {
        return in(ContestState.SETTLED, event.contestId(), session);
    }

    private static Uni<?> in(ContestState state, ContestId contestId, Mutiny.Session session) {
        return session.find(ContestView.class, contestId.value()).invoke(contest -> contest.in(state));
    }
}
