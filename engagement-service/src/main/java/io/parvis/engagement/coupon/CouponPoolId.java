package io.parvis.engagement.coupon;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.parvis.contracts.Identifiers;

/** The coupons that a brand has to give. */
public record CouponPoolId(@JsonValue String value) {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public CouponPoolId {
        Identifiers.mustNotBeEmpty(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
