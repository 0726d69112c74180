package io.parvis.engagement.coupon.write.redeem;

import org.jspecify.annotations.Nullable;

/** @param fanId who is said to use it; null where nobody is named */
record RedeemCoupon(
        String couponPoolId,
        String brandId,
        int number,
        @Nullable String fanId) {}
