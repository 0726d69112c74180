package io.parvis.reputation.watch.read;

import io.parvis.eventing.command.ResourceType;
import io.parvis.eventing.projection.Projection;
import io.parvis.eventing.projection.VersionedView;
import io.parvis.eventing.store.RecordedEvent;
import io.parvis.reputation.watch.event.WatchAdded;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Map;
import org.axonframework.messaging.eventhandling.annotation.EventHandler;
import org.hibernate.reactive.mutiny.Mutiny;

@Singleton
class WatchProjection implements Projection {

    /** A watch; no command changes it yet. */
    private static final ResourceType WATCH = ResourceType.tagged("watch", WatchAdded.class);

    @Override
    public String name() {
        return "reputation.watches";
    }

    @Override
    public String sequencedBy() {
        return "watch";
    }

    @Override
    public Map<ResourceType, Class<? extends VersionedView>> versions() {
        return Map.of(WATCH, WatchView.class);
    }

    @EventHandler
    Uni<Void> on(WatchAdded event, Mutiny.Session session, RecordedEvent recorded) {
        return session.persist(new WatchView(event, recorded.position()));
    }
}
