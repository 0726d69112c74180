package io.parvis.eventing.projection;

import io.parvis.eventing.command.ResourceType;
import io.parvis.eventing.event.EventType;
import io.parvis.eventing.store.RecordedEvent;
import io.smallrye.mutiny.Uni;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.axonframework.messaging.core.QualifiedName;
import org.axonframework.messaging.eventhandling.conversion.EventConverter;
import org.hibernate.reactive.mutiny.Mutiny;

/** Maintains the versions of a projection's rows: each event of the thing makes a new one. */
final class ViewVersions {

    /** What an event makes another version of. */
    private record Version(ResourceType type, Class<?> event, Class<? extends VersionedView> view) {

        Uni<Void> made(RecordedEvent recorded, EventConverter converter, Mutiny.Session session) {
            var id = type.idOf(recorded.payloadAs(event, converter), recorded.tags());
            return session.find(view, id)
                    .onItem()
                    .ifNotNull()
                    .invoke(row -> row.shows(recorded.position()))
                    .replaceWithVoid();
        }
    }

    private final Map<QualifiedName, Version> byEvent = new HashMap<>();

    ViewVersions(StreamHandler handler) {
        if (handler instanceof Projection projection) {
            projection.versions().forEach(this::add);
        }
    }

    private void add(ResourceType type, Class<? extends VersionedView> view) {
        for (var event : type.events()) {
            if (byEvent.put(EventType.of(event).qualifiedName(), new Version(type, event, view)) != null) {
                throw new IllegalStateException(event.getName() + " is of two kinds of things in one projection");
            }
        }
    }

    Set<QualifiedName> events() {
        return byEvent.keySet();
    }

    /** After what the projection itself does with the event: the row may be made by it. */
    CompletionStage<Void> keep(RecordedEvent event, EventConverter converter, Mutiny.Session session) {
        var version = byEvent.get(event.type().qualifiedName());
        return version == null
                ? CompletableFuture.completedFuture(null)
                : version.made(event, converter, session).subscribeAsCompletionStage();
    }
}
