package io.parvis.engagement.fan.personal;

import io.parvis.contracts.presence.BrandId;
import io.parvis.engagement.id.FanId;
import io.smallrye.config.ConfigMapping;
import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;

/** Encrypts fans' keys for the database: no file, log or backup of it ever holds one that could be used by itself. */
@ApplicationScoped
class KeyWrapping {

    /** How fans' keys are kept. */
    @ConfigMapping(prefix = "parvis.fan-keys")
    interface Config {

        /**
         * A key ring (docs/key-rings.md) of 32 bytes each: every fan's key is encrypted under the first, and those that
         * another one encrypted are encrypted anew. Keep it apart from the database and its backups. Whoever loses it
         * loses all contact data.
         */
        String wrappingKey();
    }

    private static final String SETTING = "parvis.fan-keys.wrapping-key";
    private static final String WHAT = "fan key";

    /**
     * A fan's key as the database holds it.
     *
     * @param keyId of the key that encrypted it; null before keys had ids
     */
    record Wrapped(byte[] bytes, @Nullable String keyId) {}

    private final SealingKeys keys;

    KeyWrapping(Config config) {
        this.keys = SealingKeys.of(SETTING, config.wrappingKey());
    }

    SealingKeys keys() {
        return keys;
    }

    /** A new key, wrapped: it is unwrapped again where it is needed. */
    Wrapped freshKey(FanId fanId) {
        return wrap(Sealing.randomBytes(Sealing.KEY_BYTES), fanId);
    }

    FanKey unwrap(Wrapped wrapped, BrandId brandId, FanId fanId) {
        return new FanKey(open(wrapped, fanId), brandId, fanId);
    }

    /** The same key, under the one in use. */
    Wrapped again(Wrapped wrapped, FanId fanId) {
        return wrap(open(wrapped, fanId), fanId);
    }

    private Wrapped wrap(byte[] key, FanId fanId) {
        return new Wrapped(keys.seal(key, WHAT, fanId.value()), keys.idInUse());
    }

    private byte[] open(Wrapped wrapped, FanId fanId) {
        return keys.open(wrapped.keyId(), wrapped.bytes(), WHAT, fanId.value());
    }
}
