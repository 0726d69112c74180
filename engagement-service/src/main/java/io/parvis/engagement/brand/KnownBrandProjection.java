package io.parvis.engagement.brand;

import io.parvis.contracts.presence.BrandRegistered;
import io.parvis.eventing.projection.Projection;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import org.axonframework.messaging.eventhandling.annotation.EventHandler;
import org.hibernate.reactive.mutiny.Mutiny;

/** Which brands there are, for lists to say 404 where there is none. */
@Singleton
class KnownBrandProjection implements Projection {

    @Override
    public String name() {
        return "engagement.known-brands";
    }

    @Override
    public String sequencedBy() {
        return "brand";
    }

    @EventHandler
    Uni<?> on(BrandRegistered event, Mutiny.Session session) {
        return session.persist(new KnownBrandView(event.brandId()));
    }
}
