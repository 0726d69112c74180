package io.parvis.presence.channel.read;

import io.parvis.eventing.projection.Projection;
import io.parvis.eventing.store.RecordedEvent;
import io.parvis.presence.channel.event.ChannelPlanned;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import org.axonframework.messaging.eventhandling.annotation.EventHandler;
import org.hibernate.reactive.mutiny.Mutiny;

@Singleton
class ChannelProjection implements Projection {

    @Override
    public String name() {
        return "presence.channels";
    }

    @Override
    public String sequencedBy() {
        return "channel";
    }

    @EventHandler
    Uni<Void> on(ChannelPlanned event, Mutiny.Session session, RecordedEvent recorded) {
        return session.persist(new ChannelView(event, recorded.position()));
    }
}
