package io.parvis.eventing.testing;

import io.parvis.eventing.event.EventType;
import io.parvis.eventing.store.PostgresEventStorageEngine;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.axonframework.eventsourcing.eventstore.AnnotationBasedTagResolver;
import org.axonframework.eventsourcing.eventstore.AppendCondition;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine.AppendTransaction;
import org.axonframework.eventsourcing.eventstore.GenericTaggedEventMessage;
import org.axonframework.messaging.eventhandling.GenericEventMessage;

/** Records what another service would have recorded: tests of one service need no other one. */
public final class RecordedFacts {

    private final PostgresEventStorageEngine engine;

    public RecordedFacts(PostgresEventStorageEngine engine) {
        this.engine = engine;
    }

    /** @return its position */
    @SuppressWarnings("unchecked")
    public long record(Object event) {
        var message = new GenericEventMessage(
                EventType.of(event.getClass()), event, Map.of("correlationId", "test", "causationId", "test"));
        var tagged = new GenericTaggedEventMessage<>(message, new AnnotationBasedTagResolver().resolve(message));
        return engine.appendEvents(AppendCondition.none(), null, List.of(tagged))
                .thenCompose(append -> ((AppendTransaction<Long>) append).commit(null))
                .orTimeout(10, TimeUnit.SECONDS)
                .join();
    }
}
