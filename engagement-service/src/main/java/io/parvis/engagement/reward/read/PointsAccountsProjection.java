package io.parvis.engagement.reward.read;

import io.parvis.engagement.reward.RewardTags;
import io.parvis.engagement.reward.event.PointsEvent;
import io.parvis.engagement.reward.event.PointsExpired;
import io.parvis.engagement.reward.event.PointsMoved;
import io.parvis.eventing.projection.Projection;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import org.axonframework.messaging.eventhandling.annotation.EventHandler;
import org.hibernate.reactive.mutiny.Mutiny;

/** The newest books of each fan, in columns that can be added up. A change of tier moves no points. */
@Singleton
class PointsAccountsProjection implements Projection {

    @Override
    public String name() {
        return "engagement.points-accounts";
    }

    @Override
    public String sequencedBy() {
        return RewardTags.POINTS;
    }

    @EventHandler
    Uni<Void> on(PointsMoved event, Mutiny.Session session) {
        return put(event, session);
    }

    @EventHandler
    Uni<Void> on(PointsExpired event, Mutiny.Session session) {
        return put(event, session);
    }

    private static Uni<Void> put(PointsEvent event, Mutiny.Session session) {
        var ledger = event.ledger();
        return session.createNativeQuery("""
                        insert into points_account (owner, brand_id, earned, burned, reserved, expired, balance)
                        values (?1, ?2, ?3, ?4, ?5, ?6, ?7)
                        on conflict (owner) do update set earned = excluded.earned, burned = excluded.burned,
                          reserved = excluded.reserved, expired = excluded.expired, balance = excluded.balance""")
                .setParameter(1, RewardTags.owner(event.brandId(), event.fanId()))
                .setParameter(2, event.brandId().value())
                .setParameter(3, ledger.earned())
                .setParameter(4, ledger.burned())
                .setParameter(5, ledger.reserved())
                .setParameter(6, ledger.expired())
                .setParameter(7, ledger.balance())
                .executeUpdate()
                .replaceWithVoid();
    }
}
