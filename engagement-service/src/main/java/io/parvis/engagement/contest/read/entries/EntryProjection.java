package io.parvis.engagement.contest.read.entries;

import io.parvis.engagement.contest.event.ContestEntered;
import io.parvis.eventing.projection.Projection;
import io.parvis.eventing.store.RecordedEvent;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import org.axonframework.messaging.eventhandling.annotation.EventHandler;
import org.hibernate.reactive.mutiny.Mutiny;

@Singleton
class EntryProjection implements Projection {

    @Override
    public String name() {
        return "engagement.entries";
    }

    @Override
    public String sequencedBy() {
        return "entry";
    }

    @EventHandler
    Uni<Void> on(ContestEntered event, Mutiny.Session session, RecordedEvent recorded) {
        return session.persist(new EntryView(event, recorded.position(), recorded.recordedAt()));
    }
}
