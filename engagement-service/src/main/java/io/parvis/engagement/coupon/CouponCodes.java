package io.parvis.engagement.coupon;

import io.parvis.engagement.fan.BlindIndex;
import io.parvis.engagement.fan.personal.Sealing;
import io.parvis.eventing.edge.value.TextKind;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * Hides codes, since whoever reads one can spend it: each is encrypted, and found again by a keyed hash. Both keys come
 * from {@code parvis.blind-index-key}; with another one, codes imported before can neither be shown nor recognised.
 */
@ApplicationScoped
public class CouponCodes {

    private static final String WHAT = "coupon code";

    private final BlindIndex hashes;

    CouponCodes(BlindIndex hashes) {
        this.hashes = hashes;
    }

    /** The same for the same code in the same pool, and for no other. */
    public String hash(String couponPoolId, String code) {
        return hashes.of("coupon:" + couponPoolId, TextKind.comparable(code));
    }

    /** In base64, readable for that pool alone. */
    public String seal(String couponPoolId, String code) {
        var content = code.getBytes(StandardCharsets.US_ASCII);
        return Base64.getEncoder().encodeToString(Sealing.seal(key(couponPoolId), content, WHAT, couponPoolId));
    }

    /** @throws IllegalStateException where it was sealed under another key, or for another pool */
    public String open(String couponPoolId, String sealed) {
        var content = Sealing.open(key(couponPoolId), Base64.getDecoder().decode(sealed), WHAT, couponPoolId);
        return new String(content, StandardCharsets.US_ASCII);
    }

    private byte[] key(String couponPoolId) {
        return Base64.getUrlDecoder().decode(hashes.of("coupon-sealing-key", couponPoolId));
    }
}
