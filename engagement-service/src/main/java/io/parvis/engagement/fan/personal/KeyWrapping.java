package io.parvis.engagement.fan.personal;

import io.smallrye.config.ConfigMapping;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Base64;

/** Encrypts fans' keys for the database: no file, log or backup of it ever holds one that could be used by itself. */
@ApplicationScoped
class KeyWrapping {

    /** How fans' keys are kept. */
    @ConfigMapping(prefix = "parvis.fan-keys")
    interface Config {

        /**
         * 32 bytes of secret, in base64, under which each fan's key is encrypted. Keep it apart from the database and
         * its backups. Whoever loses it loses all contact data.
         */
        String wrappingKey();
    }

    private static final String WHAT = "fan key";

    private final byte[] wrappingKey;

    KeyWrapping(Config config) {
        this.wrappingKey = Base64.getDecoder().decode(config.wrappingKey());
        if (wrappingKey.length != Sealing.KEY_BYTES) {
            throw new IllegalArgumentException("parvis.fan-keys.wrapping-key must be 32 bytes in base64");
        }
    }

    /** A new key, wrapped: it is unwrapped again where it is needed. */
    byte[] freshKey(String fanId) {
        return Sealing.seal(wrappingKey, Sealing.randomBytes(Sealing.KEY_BYTES), WHAT, fanId);
    }

    FanKey unwrap(byte[] wrapped, String brandId, String fanId) {
        return new FanKey(Sealing.open(wrappingKey, wrapped, WHAT, fanId), brandId, fanId);
    }
}
