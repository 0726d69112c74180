package io.parvis.eventing.counter;

import io.parvis.eventing.projection.Projection;
import io.parvis.eventing.todo.ToDoList;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Instant;
import org.axonframework.messaging.eventhandling.annotation.EventHandler;
import org.hibernate.reactive.mutiny.Mutiny;

/** Puts on the list what nobody will ever do. */
@Singleton
class AlarmProjection implements Projection {

    @Override
    public String name() {
        return "test.alarms";
    }

    @Override
    public String sequencedBy() {
        return "counter";
    }

    @EventHandler
    Uni<Void> on(AlarmSet event, Mutiny.Session session) {
        return ToDoList.put(session, "test.alarm", event.counterId(), Instant.parse("2999-01-01T00:00:00Z"));
    }
}
