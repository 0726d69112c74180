package io.parvis.reputation.mention;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** HMAC-SHA-256 under one secret, with an id that follows from the secret and tells nothing of it. */
final class OriginKey {

    private static final String ALGORITHM = "HmacSHA256";
    private static final int MIN_BYTES = 32;
    private static final int ID_BYTES = 4;

    private final SecretKeySpec secret;
    private final String id;

    OriginKey(byte[] secret) {
        if (secret.length < MIN_BYTES) {
            throw new IllegalArgumentException("shorter than %d bytes".formatted(MIN_BYTES));
        }
        this.secret = new SecretKeySpec(secret, ALGORITHM);
        this.id = HexFormat.of().formatHex(Arrays.copyOf(mac("id"), ID_BYTES));
    }

    String hidden(String brandId, String source, String externalId) {
        return id + "."
                + Base64.getUrlEncoder()
                        .withoutPadding()
                        .encodeToString(mac(MentionTags.framed(brandId, source, externalId)));
    }

    private byte[] mac(String text) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(secret);
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
