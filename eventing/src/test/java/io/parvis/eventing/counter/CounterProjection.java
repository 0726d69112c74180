package io.parvis.eventing.counter;

import io.parvis.eventing.projection.Projection;
import io.parvis.eventing.store.RecordedEvent;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.axonframework.messaging.eventhandling.annotation.EventHandler;
import org.hibernate.reactive.mutiny.Mutiny;

@Singleton
class CounterProjection implements Projection {

    /** Counters whose events it cannot handle, until somebody mends it. */
    static final Set<String> BROKEN = ConcurrentHashMap.newKeySet();

    @Override
    public String name() {
        return "test.counters";
    }

    @Override
    public String sequencedBy() {
        return "counter";
    }

    @EventHandler
    Uni<Void> on(CounterOpened event, Mutiny.Session session, RecordedEvent recorded) {
        var view = new CounterView();
        view.counterId = event.counterId();
        view.version = recorded.position();
        return session.persist(view);
    }

    @EventHandler
    Uni<?> on(CounterIncreased event, Mutiny.Session session, RecordedEvent recorded) {
        if (BROKEN.contains(event.counterId())) {
            throw new StackOverflowError("broken " + event.counterId());
        }
        return session.find(CounterView.class, event.counterId()).invoke(view -> {
            view.total += event.by();
            view.version = recorded.position();
        });
    }
}
