package io.parvis.engagement.coupon.event;

import io.parvis.contracts.presence.BrandId;
import io.parvis.engagement.coupon.CouponPoolId;
import io.parvis.engagement.coupon.CouponTags;
import java.util.List;
import org.axonframework.eventsourcing.annotation.EventTag;
import org.axonframework.messaging.eventhandling.annotation.Event;
import org.jspecify.annotations.Nullable;

/**
 * Codes were written down, numbered on from the first. No decision reads it.
 *
 * @param codes of one block only
 * @param keyId the key of the deployment that hides them; null in version 1, before keys had ids
 */
@Event(namespace = "engagement", name = "CouponsImported", version = "2")
public record CouponsImported(
        @EventTag(key = CouponTags.IMPORTS) CouponPoolId couponPoolId,
        BrandId brandId,
        int firstNumber,
        List<Code> codes,
        @Nullable @EventTag(key = CouponTags.KEY) String keyId) {

    /**
     * A code that only the service can read.
     *
     * @param hash by which it is found
     * @param sealed encrypted, in base64
     */
    public record Code(String hash, String sealed) {}

    /** Whether a number is among them. */
    public boolean has(int number) {
        return number >= firstNumber && number < firstNumber + codes.size();
    }

    @EventTag(key = CouponTags.BLOCK)
    String block() {
        return CouponTags.blockValue(couponPoolId, firstNumber);
    }

    @EventTag(key = CouponTags.CODE)
    List<String> hashes() {
        return codes.stream().map(Code::hash).toList();
    }
}
