package io.parvis.engagement.fan.erasure;

import io.parvis.engagement.fan.erasure.ErasureJournal.Line;
import io.parvis.engagement.fan.event.FanContactChanged;
import io.parvis.engagement.fan.event.FanErased;
import io.parvis.engagement.fan.personal.VaultMaintenance;
import io.parvis.engagement.id.FanId;
import io.parvis.eventing.projection.Projection;
import io.parvis.eventing.store.RecordedEvent;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import org.axonframework.messaging.eventhandling.annotation.EventHandler;
import org.hibernate.reactive.mutiny.Mutiny;

/** Completes what a request began and did not end. Mostly there is nothing left to do. */
@Singleton
class ErasureProjection implements Projection {

    private final Erasures erasures;
    private final VaultMaintenance vault;

    ErasureProjection(Erasures erasures, VaultMaintenance vault) {
        this.erasures = erasures;
        this.vault = vault;
    }

    @Override
    public String name() {
        return "engagement.erasures";
    }

    @Override
    public String sequencedBy() {
        return "fan";
    }

    @EventHandler
    Uni<?> on(FanErased event, Mutiny.Session session, RecordedEvent recorded) {
        return erasures.note(List.of(new Line(event.fanId(), event.brandId(), recorded.recordedAt())))
                .chain(() -> apply(session, event.fanId()));
    }

    @EventHandler
    Uni<?> on(FanContactChanged event, Mutiny.Session session) {
        return event.releasedIndexes().isEmpty() ? Uni.createFrom().voidItem() : apply(session, event.fanId());
    }

    private Uni<?> apply(Mutiny.Session session, FanId fanId) {
        return session.createNativeQuery("select " + vault.schema() + ".apply_erasures(?1)", Integer.class)
                .setParameter(1, fanId.value())
                .getSingleResult();
    }
}
