package io.parvis.engagement.coupon.write.imports;

import io.parvis.contracts.presence.BrandId;
import io.parvis.engagement.coupon.CouponPoolId;
import io.parvis.engagement.coupon.event.CouponsImported.Code;
import java.util.List;

/**
 * @param known how many codes the pool had when these were found to be new
 * @param codes new ones only, each once
 * @param keyId of the key that hides them
 */
record ImportCoupons(CouponPoolId couponPoolId, BrandId brandId, int known, List<Code> codes, String keyId) {}
