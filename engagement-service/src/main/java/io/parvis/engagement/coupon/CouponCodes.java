package io.parvis.engagement.coupon;

import io.parvis.edge.value.TextKind;
import io.parvis.engagement.fan.BlindIndex;
import io.parvis.engagement.fan.personal.SealingKeys;
import io.parvis.proofs.key.HmacKey;
import io.parvis.proofs.key.HmacKeys;
import io.parvis.proofs.key.KeyRing;
import io.smallrye.config.ConfigMapping;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Hides codes, since whoever reads one can spend it: each is encrypted, and found again by a keyed hash. Both are made
 * under one key of a ring, whose id stands beside them.
 */
@ApplicationScoped
public class CouponCodes {

    /** How codes are hidden. */
    @ConfigMapping(prefix = "parvis.coupon-codes")
    public interface Config {

        /**
         * A key ring (docs/key-rings.md) with secrets of at least 32 bytes; where it is left out, that of
         * {@code parvis.blind-index-key}. Codes stay in the log as they were imported, so a key may go once all pools
         * that were filled under it are over.
         */
        Optional<String> key();
    }

    private static final String SETTING = "parvis.coupon-codes.key";
    private static final String WHAT = "coupon code";

    private final KeyRing<HmacKey> keys;

    public CouponCodes(Config config, BlindIndex index) {
        this.keys = config.key().map(ring -> HmacKeys.ring(SETTING, ring)).orElseGet(index::keys);
    }

    KeyRing<HmacKey> keys() {
        return keys;
    }

    /** The id of the key that {@link #hash} and {@link #seal} use: to be kept beside what they make. */
    public String keyId() {
        return keys.inUse().id();
    }

    /** The same for the same code in the same pool, and for no other. */
    public String hash(CouponPoolId couponPoolId, String code) {
        return hash(keys.inUse().key(), couponPoolId, code);
    }

    /** Under every key, the one in use first: whatever hash a code may have been imported with. */
    public List<String> hashes(CouponPoolId couponPoolId, String code) {
        return keys.keys().stream()
                .map(key -> hash(key.key(), couponPoolId, code))
                .toList();
    }

    private static String hash(HmacKey key, CouponPoolId couponPoolId, String code) {
        return text(BlindIndex.mac(key, "coupon:" + couponPoolId, TextKind.comparable(code)));
    }

    /** In base64, readable for that pool alone. */
    public String seal(CouponPoolId couponPoolId, String code) {
        var content = code.getBytes(StandardCharsets.US_ASCII);
        return Base64.getEncoder().encodeToString(sealing(couponPoolId).seal(content, WHAT, couponPoolId.value()));
    }

    /**
     * @param keyId null where it was sealed before keys had ids
     * @throws IllegalStateException where the key is missing, or it was sealed for another pool
     */
    public String open(CouponPoolId couponPoolId, @Nullable String keyId, String sealed) {
        var content = sealing(couponPoolId).open(keyId, Base64.getDecoder().decode(sealed), WHAT, couponPoolId.value());
        return new String(content, StandardCharsets.US_ASCII);
    }

    private SealingKeys sealing(CouponPoolId couponPoolId) {
        return SealingKeys.derived(
                keys.map(key -> BlindIndex.mac(key.key(), "coupon-sealing-key", couponPoolId.value())));
    }

    private static String text(byte[] hash) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
    }
}
