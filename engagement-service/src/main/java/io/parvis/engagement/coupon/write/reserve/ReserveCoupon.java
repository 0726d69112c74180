package io.parvis.engagement.coupon.write.reserve;

import io.parvis.contracts.presence.BrandId;
import io.parvis.engagement.coupon.CouponPoolId;
import io.parvis.engagement.coupon.CouponReservationId;
import io.parvis.engagement.id.FanId;

record ReserveCoupon(CouponReservationId reservationId, CouponPoolId couponPoolId, BrandId brandId, FanId fanId) {}
