package io.parvis.reputation.mention.read;

import io.parvis.eventing.projection.Projection;
import io.parvis.eventing.store.RecordedEvent;
import io.parvis.reputation.mention.event.MentionCaptured;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import org.axonframework.messaging.eventhandling.annotation.EventHandler;
import org.hibernate.reactive.mutiny.Mutiny;

@Singleton
class MentionProjection implements Projection {

    @Override
    public String name() {
        return "reputation.mentions";
    }

    @Override
    public String sequencedBy() {
        return "mention";
    }

    @EventHandler
    Uni<Void> on(MentionCaptured event, Mutiny.Session session, RecordedEvent recorded) {
        return session.persist(new MentionView(event, recorded.position(), recorded.recordedAt()));
    }
}
