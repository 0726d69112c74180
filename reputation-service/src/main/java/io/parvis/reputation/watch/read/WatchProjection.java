package io.parvis.reputation.watch.read;

import io.parvis.eventing.projection.Projection;
import io.parvis.eventing.store.RecordedEvent;
import io.parvis.reputation.watch.event.WatchAdded;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import org.axonframework.messaging.eventhandling.annotation.EventHandler;
import org.hibernate.reactive.mutiny.Mutiny;

@Singleton
class WatchProjection implements Projection {

    @Override
    public String name() {
        return "reputation.watches";
    }

    @Override
    public String sequencedBy() {
        return "watch";
    }

    @EventHandler
    Uni<Void> on(WatchAdded event, Mutiny.Session session, RecordedEvent recorded) {
        return session.persist(new WatchView(event, recorded.position()));
    }
}
