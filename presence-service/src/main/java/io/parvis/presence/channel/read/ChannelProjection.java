package io.parvis.presence.channel.read;

import io.parvis.eventing.command.ResourceType;
import io.parvis.eventing.projection.Projection;
import io.parvis.eventing.projection.VersionedView;
import io.parvis.eventing.store.RecordedEvent;
import io.parvis.presence.channel.event.ChannelPlanned;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Map;
import org.axonframework.messaging.eventhandling.annotation.EventHandler;
import org.hibernate.reactive.mutiny.Mutiny;

@Singleton
class ChannelProjection implements Projection {

    /** A channel; no command changes it yet. */
    private static final ResourceType CHANNEL = ResourceType.tagged("channel", ChannelPlanned.class);

    @Override
    public String name() {
        return "presence.channels";
    }

    @Override
    public String sequencedBy() {
        return "channel";
    }

    @Override
    public Map<ResourceType, Class<? extends VersionedView>> versions() {
        return Map.of(CHANNEL, ChannelView.class);
    }

    @EventHandler
    Uni<Void> on(ChannelPlanned event, Mutiny.Session session, RecordedEvent recorded) {
        return session.persist(new ChannelView(event, recorded.position()));
    }
}
