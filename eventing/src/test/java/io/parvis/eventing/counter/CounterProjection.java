package io.parvis.eventing.counter;

import io.parvis.eventing.command.ResourceType;
import io.parvis.eventing.projection.Projection;
import io.parvis.eventing.projection.VersionedView;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Map;
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

    @Override
    public Map<ResourceType, Class<? extends VersionedView>> versions() {
        return Map.of(IncreaseCounter.COUNTER, CounterView.class);
    }

    @EventHandler
    Uni<Void> on(CounterOpened event, Mutiny.Session session) {
        var view = new CounterView();
        view.counterId = event.counterId();
        return session.persist(view);
    }

    @EventHandler
    Uni<?> on(CounterIncreased event, Mutiny.Session session) {
        if (BROKEN.contains(event.counterId())) {
            throw new StackOverflowError("broken " + event.counterId());
        }
        return session.find(CounterView.class, event.counterId()).invoke(view -> {
            view.total += event.by();
        });
    }
}
