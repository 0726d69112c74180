package io.parvis.engagement.contest.read.contests;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.parvis.contracts.engagement.ContestPublished;
import io.parvis.engagement.contest.event.ContestDrafted;
import io.parvis.eventing.event.EventJson;
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
    Uni<Void> on(ContestDrafted event, Mutiny.Session session, RecordedEvent recorded) throws JsonProcessingException {
        var rules = EventJson.mapper().writeValueAsString(event.rules());
        return session.persist(new ContestView(event, rules, recorded.position()));
    }

    @EventHandler
    Uni<?> on(ContestPublished event, Mutiny.Session session, RecordedEvent recorded) {
        return session.find(ContestView.class, event.contestId()).invoke(contest -> {
            contest.state = "published";
            contest.version = recorded.position();
        });
    }
}
