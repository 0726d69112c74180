package io.parvis.engagement.reward.read;

import io.parvis.engagement.reward.Ledger;
import io.parvis.engagement.reward.RewardTags;
import io.parvis.engagement.reward.event.PointsExpired;
import io.parvis.engagement.reward.event.PointsMoved;
import io.parvis.eventing.projection.Projection;
import io.parvis.eventing.store.RecordedEvent;
import io.parvis.eventing.todo.ToDoList;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Locale;
import org.axonframework.messaging.eventhandling.annotation.EventHandler;
import org.hibernate.reactive.mutiny.Mutiny;

@Singleton
class StatementProjection implements Projection {

    @Override
    public String name() {
        return "engagement.statements";
    }

    @Override
    public String sequencedBy() {
        return RewardTags.POINTS;
    }

    @EventHandler
    Uni<Void> on(PointsMoved event, Mutiny.Session session, RecordedEvent recorded) {
        var entry = new StatementEntry(
                event.entryId(),
                event.operation().name().toLowerCase(Locale.ROOT),
                event.points(),
                event.reservationId(),
                event.reason(),
                event.source(),
                recorded.recordedAt());
        return add(RewardTags.owner(event.brandId(), event.fanId()), entry, event.ledger(), session, recorded);
    }

    @EventHandler
    Uni<Void> on(PointsExpired event, Mutiny.Session session, RecordedEvent recorded) {
        var entry = new StatementEntry(null, "expire", event.points(), null, null, null, recorded.recordedAt());
        return add(RewardTags.owner(event.brandId(), event.fanId()), entry, event.ledger(), session, recorded);
    }

    private static Uni<Void> add(
            String owner, StatementEntry entry, Ledger ledger, Mutiny.Session session, RecordedEvent recorded) {
        var row = new PointsEntryView(
                recorded.position(),
                owner,
                StatementJson.write(entry),
                StatementJson.write(ledger),
                recorded.recordedAt());
        var next = ledger.nextExpiry();
        return session.persist(row)
                .chain(() -> next == null
                        ? ToDoList.done(session, RewardTags.EXPIRY, owner)
                        : ToDoList.put(session, RewardTags.EXPIRY, owner, next));
    }
}
