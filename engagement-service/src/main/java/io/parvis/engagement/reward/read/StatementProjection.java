package io.parvis.engagement.reward.read;

import io.parvis.engagement.reward.RewardTags;
import io.parvis.engagement.reward.event.PointsEvent;
import io.parvis.engagement.reward.event.PointsExpired;
import io.parvis.engagement.reward.event.PointsMoved;
import io.parvis.engagement.reward.event.TierKept;
import io.parvis.engagement.reward.event.TierLost;
import io.parvis.engagement.reward.event.TierReached;
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
                event.entryId().value(),
                event.operation().name().toLowerCase(Locale.ROOT),
                event.points(),
                event.reservationId() == null ? null : event.reservationId().value(),
                event.reason(),
                event.source(),
                null,
                recorded.recordedAt());
        return add(event, entry, session, recorded);
    }

    @EventHandler
    Uni<Void> on(PointsExpired event, Mutiny.Session session, RecordedEvent recorded) {
        var entry = new StatementEntry(null, "expire", event.points(), null, null, null, null, recorded.recordedAt());
        return add(event, entry, session, recorded);
    }

    @EventHandler
    Uni<Void> on(TierReached event, Mutiny.Session session, RecordedEvent recorded) {
        return add(event, ofTier("tier-reached", event.tier(), recorded), session, recorded);
    }

    @EventHandler
    Uni<Void> on(TierKept event, Mutiny.Session session, RecordedEvent recorded) {
        return add(event, ofTier("tier-kept", event.tier(), recorded), session, recorded);
    }

    @EventHandler
    Uni<Void> on(TierLost event, Mutiny.Session session, RecordedEvent recorded) {
        return add(event, ofTier("tier-lost", event.tier(), recorded), session, recorded);
    }

    private static StatementEntry ofTier(String operation, String tier, RecordedEvent recorded) {
        return new StatementEntry(null, operation, 0, null, null, null, tier, recorded.recordedAt());
    }

    private static Uni<Void> add(
            PointsEvent event, StatementEntry entry, Mutiny.Session session, RecordedEvent recorded) {
        var owner = RewardTags.owner(event.brandId(), event.fanId());
        var row = new PointsEntryView(
                recorded.position(),
                owner,
                StatementJson.write(entry),
                StatementJson.write(event.ledger()),
                recorded.recordedAt());
        var next = event.ledger().nextDue();
        return session.persist(row)
                .chain(session::flush)
                // The list is plain SQL, before which a session looks at all that it manages: at nothing, if it
                // forgets.
                .invoke(() -> session.detach(row))
                .chain(() -> next == null
                        ? ToDoList.done(session, RewardTags.DUE, owner)
                        : ToDoList.put(session, RewardTags.DUE, owner, next));
    }
}
