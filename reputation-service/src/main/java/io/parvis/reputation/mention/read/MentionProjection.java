package io.parvis.reputation.mention.read;

import io.parvis.eventing.command.ResourceType;
import io.parvis.eventing.projection.Projection;
import io.parvis.eventing.projection.VersionedView;
import io.parvis.eventing.store.RecordedEvent;
import io.parvis.reputation.mention.event.MentionCaptured;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Map;
import org.axonframework.messaging.eventhandling.annotation.EventHandler;
import org.hibernate.reactive.mutiny.Mutiny;

@Singleton
class MentionProjection implements Projection {

    /** A mention; no command changes it yet. */
    private static final ResourceType MENTION = ResourceType.tagged("mention", MentionCaptured.class);

    @Override
    public String name() {
        return "reputation.mentions";
    }

    @Override
    public String sequencedBy() {
        return "mention";
    }

    @Override
    public Map<ResourceType, Class<? extends VersionedView>> versions() {
        return Map.of(MENTION, MentionView.class);
    }

    @EventHandler
    Uni<Void> on(MentionCaptured event, Mutiny.Session session, RecordedEvent recorded) {
        return session.persist(new MentionView(event, recorded.position(), recorded.recordedAt()));
    }
}
