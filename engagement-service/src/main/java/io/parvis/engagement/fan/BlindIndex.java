package io.parvis.engagement.fan;

import io.parvis.proofs.key.HmacKey;
import io.parvis.proofs.key.HmacKeys;
import io.parvis.proofs.key.KeyRing;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithName;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Base64;
import java.util.List;

/** Finds a person again by what names them, without keeping the name: HMAC-SHA-256 under keys of the deployment. */
@ApplicationScoped
public class BlindIndex {

    /** How names are hidden. */
    @ConfigMapping(prefix = "parvis")
    public interface Config {

        /**
         * A key ring (docs/key-rings.md) with secrets of at least 32 bytes. Whoever has one and the index can test a guess,
         * so keep them apart from the database. People known under a key that is neither here nor in the index any more
         * are not recognised: where that would happen, the service does not start.
         */
        @WithName("blind-index-key")
        String key();
    }

    private static final String SETTING = "parvis.blind-index-key";

    private final KeyRing<HmacKey> keys;

    public BlindIndex(Config config) {
        this.keys = HmacKeys.ring(SETTING, config.key());
    }

    /** A hash of 32 bytes, and the id of the key that it was made with. */
    public record Hidden(String keyId, byte[] hash) {}

    /** Its keys. */
    public KeyRing<HmacKey> keys() {
        return keys;
    }

    /**
     * Under the key in use, in base64url.
     *
     * @param scope within which the value is unique, such as a brand
     */
    public String of(String scope, String value) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(mac(keys.inUse().key(), scope, value));
    }

    /** Under each key, the one in use first. */
    public List<Hidden> underEveryKey(String scope, String value) {
        return keys.keys().stream()
                .map(key -> new Hidden(key.id(), mac(key.key(), scope, value)))
                .toList();
    }

    /** The hash of a value under a key. */
    public static byte[] mac(HmacKey key, String scope, String value) {
        return key.mac(scope.length() + ":" + scope + value);
    }
}
