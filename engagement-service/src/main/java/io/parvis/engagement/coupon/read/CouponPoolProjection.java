package io.parvis.engagement.coupon.read;

import io.parvis.engagement.coupon.CouponPool;
import io.parvis.engagement.coupon.CouponPoolId;
import io.parvis.engagement.coupon.CouponTags;
import io.parvis.engagement.coupon.Stock;
import io.parvis.engagement.coupon.event.CouponPoolCreated;
import io.parvis.engagement.coupon.event.CouponRedeemed;
import io.parvis.engagement.coupon.event.CouponReserved;
import io.parvis.engagement.coupon.event.CouponReturned;
import io.parvis.engagement.coupon.event.CouponsStocked;
import io.parvis.eventing.command.ResourceType;
import io.parvis.eventing.projection.Projection;
import io.parvis.eventing.projection.VersionedView;
import io.parvis.eventing.store.RecordedEvent;
import io.parvis.eventing.todo.ToDoList;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Map;
import org.axonframework.messaging.eventhandling.annotation.EventHandler;
import org.hibernate.reactive.mutiny.Mutiny;

/** How many codes each pool has, and which reservations are to end. */
@Singleton
class CouponPoolProjection implements Projection {

    @Override
    public String name() {
        return "engagement.coupon-pools";
    }

    @Override
    public String sequencedBy() {
        return CouponTags.STOCK;
    }

    @Override
    public Map<ResourceType, Class<? extends VersionedView>> versions() {
        return Map.of(CouponPool.POOL, CouponPoolView.class);
    }

    @EventHandler
    Uni<Void> on(CouponPoolCreated event, Mutiny.Session session, RecordedEvent recorded) {
        return session.persist(new CouponPoolView(event, recorded.position()));
    }

    @EventHandler
    Uni<?> on(CouponsStocked event, Mutiny.Session session) {
        return counted(event.couponPoolId(), event.stock(), session);
    }

    @EventHandler
    Uni<?> on(CouponReserved event, Mutiny.Session session) {
        return counted(event.couponPoolId(), event.stock(), session)
                .chain(() -> ToDoList.put(
                        session, CouponTags.RETURN, subject(event.couponPoolId(), event.number()), event.expiresAt()));
    }

    @EventHandler
    Uni<?> on(CouponReturned event, Mutiny.Session session) {
        return counted(event.couponPoolId(), event.stock(), session)
                .chain(() -> ToDoList.done(session, CouponTags.RETURN, subject(event.couponPoolId(), event.number())));
    }

    @EventHandler
    Uni<?> on(CouponRedeemed event, Mutiny.Session session) {
        return counted(event.couponPoolId(), event.stock(), session)
                .chain(() -> ToDoList.done(session, CouponTags.RETURN, subject(event.couponPoolId(), event.number())));
    }

    private static Uni<?> counted(CouponPoolId couponPoolId, Stock stock, Mutiny.Session session) {
        return session.find(CouponPoolView.class, couponPoolId.value()).invoke(pool -> pool.has(stock));
    }

    private static String subject(CouponPoolId couponPoolId, int number) {
        return CouponTags.couponValue(couponPoolId, number);
    }
}
