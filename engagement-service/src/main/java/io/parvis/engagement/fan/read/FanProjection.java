package io.parvis.engagement.fan.read;

import io.parvis.engagement.fan.Consent;
import io.parvis.engagement.fan.FanGuard;
import io.parvis.engagement.fan.event.FanBecameCustomer;
import io.parvis.engagement.fan.event.FanConsentsChanged;
import io.parvis.engagement.fan.event.FanContactChanged;
import io.parvis.engagement.fan.event.FanCountryChanged;
import io.parvis.engagement.fan.event.FanErased;
import io.parvis.engagement.fan.event.FanRegistered;
import io.parvis.engagement.id.FanId;
import io.parvis.eventing.command.ResourceType;
import io.parvis.eventing.projection.Projection;
import io.parvis.eventing.projection.VersionedView;
import io.parvis.eventing.store.RecordedEvent;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.axonframework.messaging.eventhandling.annotation.EventHandler;
import org.hibernate.reactive.mutiny.Mutiny;

@Singleton
class FanProjection implements Projection {

    @Override
    public String name() {
        return "engagement.fan-profiles";
    }

    @Override
    public String sequencedBy() {
        return "fan";
    }

    @Override
    public Map<ResourceType, Class<? extends VersionedView>> versions() {
        return Map.of(FanGuard.FAN, FanView.class);
    }

    @EventHandler
    Uni<Void> on(FanRegistered event, Mutiny.Session session, RecordedEvent recorded) {
        var writer = event.registeredBy() == null ? recorded.metadata().get("principal") : event.registeredBy();
        var fan = new FanView(event, writer, recorded.position(), recorded.recordedAt());
        return session.persist(fan)
                .chain(() -> session.persistAll(said(event.fanId(), event.consents(), List.of(), recorded)));
    }

    @EventHandler
    Uni<?> on(FanCountryChanged event, Mutiny.Session session) {
        return change(session, event.fanId(), fan -> fan.country = event.country());
    }

    @EventHandler
    Uni<?> on(FanContactChanged event, Mutiny.Session session) {
        return change(session, event.fanId(), fan -> fan.change(event));
    }

    @EventHandler
    Uni<?> on(FanBecameCustomer event, Mutiny.Session session) {
        return change(session, event.fanId(), fan -> fan.becameCustomerAt = event.becameCustomerAt());
    }

    @EventHandler
    Uni<?> on(FanConsentsChanged event, Mutiny.Session session, RecordedEvent recorded) {
        var before = new ArrayList<String>();
        return change(session, event.fanId(), fan -> {
                    before.addAll(List.of(fan.consents));
                    fan.agree(event.consents());
                })
                .chain(() -> session.persistAll(said(event.fanId(), event.consents(), before, recorded)));
    }

    @EventHandler
    Uni<?> on(FanErased event, Mutiny.Session session) {
        return session.createMutationQuery("delete from ConsentView where fanId = :fan")
                .setParameter("fan", event.fanId().value())
                .executeUpdate()
                .chain(() -> session.createMutationQuery("delete from FanView where fanId = :fan")
                        .setParameter("fan", event.fanId().value())
                        .executeUpdate());
    }

    private static Uni<FanView> change(Mutiny.Session session, FanId fanId, Consumer<FanView> change) {
        return session.find(FanView.class, fanId.value()).invoke(change);
    }

    /** @param before the purposes agreed to until now: those that are not named any more are withdrawn */
    private static Object[] said(FanId fanId, List<Consent> consents, List<String> before, RecordedEvent recorded) {
        var rows = new ArrayList<ConsentView>();
        var withdrawn = new ArrayList<>(before);
        for (var consent : consents) {
            var purpose = consent.purpose().text();
            withdrawn.remove(purpose);
            rows.add(new ConsentView(
                    fanId.value(),
                    purpose,
                    consent.granted(),
                    consent.wording(),
                    recorded.recordedAt(),
                    recorded.position(),
                    rows.size()));
        }
        for (var purpose : withdrawn) {
            rows.add(new ConsentView(
                    fanId.value(), purpose, false, null, recorded.recordedAt(), recorded.position(), rows.size()));
        }
        return rows.toArray();
    }
}
