package io.parvis.edge.brand;

import io.parvis.contracts.presence.BrandRegistered;
import io.parvis.eventing.projection.Projection;
import io.smallrye.mutiny.Uni;
import org.axonframework.messaging.eventhandling.annotation.EventHandler;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * Which brands there are, for lists to say 404 where there is none. A service that asks {@link KnownBrands} produces it
 * as a bean and has a table {@code known_brand}.
 */
public final class KnownBrandProjection implements Projection {

    private final String name;

    /** @param name such as {@code engagement.known-brands} */
    public KnownBrandProjection(String name) {
        this.name = name;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public String sequencedBy() {
        return "brand";
    }

    @EventHandler
    Uni<?> on(BrandRegistered event, Mutiny.Session session) {
        return session.persist(new KnownBrandView(event.brandId().value()));
    }
}
