package io.parvis.engagement.coupon.write.reserve;

record ReserveCoupon(String reservationId, String couponPoolId, String brandId, String fanId) {}
