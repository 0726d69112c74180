package io.parvis.engagement.coupon.write.redeem;

import io.parvis.contracts.presence.BrandId;
import io.parvis.engagement.coupon.CouponPoolId;
import io.parvis.engagement.id.FanId;
import org.jspecify.annotations.Nullable;

/** @param fanId who is said to use it; null where nobody is named */
record RedeemCoupon(
        CouponPoolId couponPoolId,
        BrandId brandId,
        int number,
        @Nullable FanId fanId) {}
