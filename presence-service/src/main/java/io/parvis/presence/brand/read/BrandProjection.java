package io.parvis.presence.brand.read;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.parvis.contracts.presence.BrandArchived;
import io.parvis.contracts.presence.BrandRegistered;
import io.parvis.eventing.command.ResourceType;
import io.parvis.eventing.event.EventJson;
import io.parvis.eventing.projection.Projection;
import io.parvis.eventing.projection.VersionedView;
import io.parvis.eventing.store.RecordedEvent;
import io.parvis.presence.brand.BrandVersions;
import io.parvis.presence.brand.event.BrandChanged;
import io.parvis.presence.brand.event.PersonaSet;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Map;
import org.axonframework.messaging.eventhandling.annotation.EventHandler;
import org.hibernate.reactive.mutiny.Mutiny;

@Singleton
class BrandProjection implements Projection {

    @Override
    public String name() {
        return "presence.brands";
    }

    @Override
    public String sequencedBy() {
        return "brand";
    }

    @Override
    public Map<ResourceType, Class<? extends VersionedView>> versions() {
        return Map.of(BrandVersions.BRAND, BrandView.class, BrandVersions.PERSONA, PersonaView.class);
    }

    @EventHandler
    Uni<Void> on(BrandRegistered event, Mutiny.Session session, RecordedEvent recorded) {
        return session.persist(new BrandView(event, recorded.position()));
    }

    @EventHandler
    Uni<?> on(BrandChanged event, Mutiny.Session session) {
        return session.find(BrandView.class, event.brandId().value()).invoke(brand -> brand.change(event));
    }

    @EventHandler
    Uni<?> on(BrandArchived event, Mutiny.Session session) {
        return session.find(BrandView.class, event.brandId().value()).invoke(BrandView::archive);
    }

    @EventHandler
    Uni<?> on(PersonaSet event, Mutiny.Session session) throws JsonProcessingException {
        var persona = new PersonaView();
        persona.brandId = event.brandId().value();
        persona.document = EventJson.mapper().writeValueAsString(event);
        return session.merge(persona);
    }
}
