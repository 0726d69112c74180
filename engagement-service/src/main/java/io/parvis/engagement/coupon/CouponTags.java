package io.parvis.engagement.coupon;

import org.axonframework.messaging.eventstreaming.Tag;

/** The tags under which coupons are decided and found. */
public final class CouponTags {

    public static final String POOL = "coupon-pool";

    /** Carried by all that moves a pool's stock; the newest has the stock. */
    public static final String STOCK = "coupon-stock";

    public static final String COUPON = "coupon";
    public static final String IMPORTS = "coupon-imports";
    public static final String BLOCK = "coupon-block";
    public static final String CODE = "coupon-code";

    /** By the key that hides codes: what asks which keys are needed; no decision does. */
    public static final String KEY = "coupon-code-key";

    /** The kind under which reservations stand in the list of what is due. */
    public static final String RETURN = "engagement.coupon-returns";

    /** Numbers that are imported in one event at most, and that share a block. */
    public static final int BLOCK_SIZE = 100;

    private CouponTags() {}

    public static Tag pool(CouponPoolId couponPoolId) {
        return Tag.of(POOL, couponPoolId.value());
    }

    public static Tag stock(CouponPoolId couponPoolId) {
        return Tag.of(STOCK, couponPoolId.value());
    }

    public static Tag coupon(CouponPoolId couponPoolId, int number) {
        return Tag.of(COUPON, couponValue(couponPoolId, number));
    }

    public static String couponValue(CouponPoolId couponPoolId, int number) {
        return couponPoolId + "/" + number;
    }

    public static Tag imports(CouponPoolId couponPoolId) {
        return Tag.of(IMPORTS, couponPoolId.value());
    }

    /** The codes whose numbers begin alike. */
    public static Tag block(CouponPoolId couponPoolId, int number) {
        return Tag.of(BLOCK, blockValue(couponPoolId, number));
    }

    public static String blockValue(CouponPoolId couponPoolId, int number) {
        return couponPoolId + "/" + number / BLOCK_SIZE;
    }

    /** @param hash as {@link CouponCodes} makes it */
    public static Tag code(String hash) {
        return Tag.of(CODE, hash);
    }
}
