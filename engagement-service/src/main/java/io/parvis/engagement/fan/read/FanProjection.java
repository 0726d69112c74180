package io.parvis.engagement.fan.read;

import io.parvis.engagement.fan.event.FanRegistered;
import io.parvis.eventing.projection.Projection;
import io.parvis.eventing.store.RecordedEvent;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import org.axonframework.messaging.eventhandling.annotation.EventHandler;
import org.hibernate.reactive.mutiny.Mutiny;

@Singleton
class FanProjection implements Projection {

    @Override
    public String name() {
        return "engagement.fans";
    }

    @Override
    public String sequencedBy() {
        return "fan";
    }

    @EventHandler
    Uni<Void> on(FanRegistered event, Mutiny.Session session, RecordedEvent recorded) {
        return session.persist(new FanView(event, recorded.position(), recorded.recordedAt()));
    }
}
