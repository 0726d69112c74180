package io.parvis.presence.brand.read;

import io.parvis.contracts.presence.BrandArchived;
import io.parvis.contracts.presence.BrandRegistered;
import io.parvis.contracts.presence.BrandTags;
import io.parvis.edge.problem.NotFound;
import io.parvis.edge.value.Ids;
import io.parvis.edge.web.AsOf;
import io.parvis.eventing.event.EventType;
import io.parvis.eventing.store.EventReader;
import io.parvis.eventing.store.RecordedEvent;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import org.axonframework.messaging.eventhandling.conversion.EventConverter;

/** What a brand was at some time: its life read again up to then. */
@Singleton
class BrandHistory {

    /** It is registered once and archived once. */
    private static final int LONGEST_LIFE = 100;

    private final EventReader log;
    private final EventConverter converter;

    BrandHistory(EventReader log, EventConverter converter) {
        this.log = log;
        this.converter = converter;
    }

    /** Fails with 404 where there was no such brand by then. */
    Uni<BrandView> asOf(String brandId, AsOf time) {
        var life = BrandTags.life(Ids.valid(brandId, "brand"));
        return Uni.createFrom()
                .completionStage(() -> log.tagged(life, 0, LONGEST_LIFE))
                .map(events -> brand(events.stream().filter(time::covers).toList()));
    }

    private BrandView brand(List<RecordedEvent> events) {
        BrandView brand = null;
        for (var event : events) {
            if (isA(BrandRegistered.class, event)) {
                brand = new BrandView(event.payloadAs(BrandRegistered.class, converter), event.position());
            } else if (brand != null && isA(BrandArchived.class, event)) {
                brand.archive();
            }
        }
        if (brand == null) {
            throw new NotFound("brand");
        }
        return brand;
    }

    private static boolean isA(Class<?> type, RecordedEvent event) {
        return EventType.of(type).qualifiedName().equals(event.type().qualifiedName());
    }
}
