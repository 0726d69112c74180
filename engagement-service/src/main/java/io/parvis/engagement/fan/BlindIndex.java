package io.parvis.engagement.fan;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithName;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Finds a person again by what names them, without keeping the name: HMAC-SHA-256 under a key of the deployment. */
@ApplicationScoped
public class BlindIndex {

    /** How names are hidden. */
    @ConfigMapping(prefix = "parvis")
    interface Config {

        /**
         * At least 32 bytes of secret, in base64. Whoever has it and the index can test a guess, so keep it apart from
         * the database; with another key, people known before are not recognised.
         */
        @WithName("blind-index-key")
        String key();
    }

    private static final int MIN_KEY_BYTES = 32;

    private final SecretKeySpec key;

    BlindIndex(Config config) {
        var bytes = Base64.getDecoder().decode(config.key());
        if (bytes.length < MIN_KEY_BYTES) {
            throw new IllegalArgumentException("parvis.blind-index-key must hold at least 32 bytes");
        }
        this.key = new SecretKeySpec(bytes, "HmacSHA256");
    }

    /** @param scope within which the value is unique, such as a brand */
    public String of(String scope, String value) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            var framed = scope.length() + ":" + scope + value;
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(mac.doFinal(framed.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
