package io.parvis.engagement.contest.read.entries;

import io.parvis.engagement.contest.ContestEntry;
import io.parvis.engagement.contest.event.ContestEntered;
import io.parvis.engagement.contest.event.EntryInvalidated;
import io.parvis.engagement.contest.event.EntryReinstated;
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
class EntryProjection implements Projection {

    @Override
    public String name() {
        return "engagement.entries";
    }

    @Override
    public String sequencedBy() {
        return "entry";
    }

    @Override
    public Map<ResourceType, Class<? extends VersionedView>> versions() {
        return Map.of(ContestEntry.ENTRY, EntryView.class);
    }

    @EventHandler
    Uni<Void> on(ContestEntered event, Mutiny.Session session, RecordedEvent recorded) {
        return session.persist(new EntryView(event, recorded.position(), recorded.recordedAt()));
    }

    @EventHandler
    Uni<?> on(EntryInvalidated event, Mutiny.Session session) {
        return session.find(EntryView.class, event.entryId().value())
                .invoke(entry -> entry.moderate(false, event.reason()));
    }

    @EventHandler
    Uni<?> on(EntryReinstated event, Mutiny.Session session) {
        return session.find(EntryView.class, event.entryId().value())
                .invoke(entry -> entry.moderate(true, event.reason()));
    }
}
