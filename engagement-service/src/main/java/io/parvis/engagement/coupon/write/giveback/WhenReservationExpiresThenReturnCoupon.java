package io.parvis.engagement.coupon.write.giveback;

import io.parvis.engagement.coupon.CouponPoolId;
import io.parvis.engagement.coupon.CouponTags;
import io.parvis.eventing.todo.DueCommand;
import jakarta.inject.Singleton;
import java.time.Instant;

@Singleton
class WhenReservationExpiresThenReturnCoupon implements DueCommand {

    @Override
    public String kind() {
        return CouponTags.RETURN;
    }

    /** @param subject {@link CouponTags#couponValue} */
    @Override
    public Object command(String subject, Instant dueAt) {
        int slash = subject.indexOf('/');
        return new ReturnCoupon(
                new CouponPoolId(subject.substring(0, slash)), Integer.parseInt(subject.substring(slash + 1)), dueAt);
    }
}
