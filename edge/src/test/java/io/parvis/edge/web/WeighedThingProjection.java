package io.parvis.edge.web;

import io.parvis.eventing.projection.Projection;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import org.axonframework.messaging.eventhandling.annotation.EventHandler;
import org.hibernate.reactive.mutiny.Mutiny;

@Singleton
class WeighedThingProjection implements Projection {

    @Override
    public String name() {
        return "test.weighed-things";
    }

    @Override
    public String sequencedBy() {
        return "thing";
    }

    @EventHandler
    Uni<Void> on(ThingWeighed event, Mutiny.Session session) {
        var view = new WeighedThingView();
        view.thingId = event.thingId();
        view.grams = event.grams();
        return session.persist(view);
    }
}
