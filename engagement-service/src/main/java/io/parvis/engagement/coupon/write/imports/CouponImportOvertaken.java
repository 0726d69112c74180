package io.parvis.engagement.coupon.write.imports;

import io.parvis.eventing.command.Refusal;

/** Another import was faster, again and again, so that nobody knows which codes are new. */
class CouponImportOvertaken extends Refusal {

    CouponImportOvertaken() {
        super("Others are importing into the same pool", "Send the codes again; those that are known are passed over.");
    }
}
