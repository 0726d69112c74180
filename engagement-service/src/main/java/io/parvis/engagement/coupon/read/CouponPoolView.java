package io.parvis.engagement.coupon.read;

import io.parvis.engagement.coupon.Stock;
import io.parvis.engagement.coupon.event.CouponPoolCreated;
import io.parvis.eventing.projection.VersionedView;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "coupon_pool")
class CouponPoolView extends VersionedView {

    @Id
    String couponPoolId;

    String brandId;
    String name;
    String reservationWindow;

    @Nullable
    Instant validUntil;

    int imported;
    int reserved;
    int redeemed;
    long position;

    protected CouponPoolView() {}

    CouponPoolView(CouponPoolCreated event, long position) {
        super(position);
        this.couponPoolId = event.couponPoolId().value();
        this.brandId = event.brandId().value();
        this.name = event.name();
        this.reservationWindow = event.reservationWindow().toString();
        this.validUntil = event.validUntil();
        this.position = position;
    }

    void has(Stock stock) {
        imported = stock.imported();
        reserved = stock.reserved();
        redeemed = stock.redeemed();
    }

    CouponPoolSummary summary() {
        return new CouponPoolSummary(
                couponPoolId,
                name,
                Duration.parse(reservationWindow),
                validUntil,
                imported,
                imported - reserved - redeemed,
                reserved,
                redeemed);
    }
}
