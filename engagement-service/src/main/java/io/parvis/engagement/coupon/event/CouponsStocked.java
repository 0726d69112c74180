package io.parvis.engagement.coupon.event;

import io.parvis.contracts.presence.BrandId;
import io.parvis.engagement.coupon.CouponPoolId;
import io.parvis.engagement.coupon.CouponTags;
import io.parvis.engagement.coupon.Stock;
import org.axonframework.eventsourcing.annotation.EventTag;
import org.axonframework.messaging.eventhandling.annotation.Event;

/**
 * The codes of an import can be had now.
 *
 * @param codes how many
 */
@Event(namespace = "engagement", name = "CouponsStocked", version = "1")
public record CouponsStocked(
        @EventTag(key = CouponTags.STOCK) CouponPoolId couponPoolId, BrandId brandId, int codes, Stock stock) {}
