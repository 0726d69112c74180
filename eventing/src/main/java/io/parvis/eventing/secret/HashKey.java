package io.parvis.eventing.secret;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** A secret under which texts are hashed (HMAC-SHA-256), so that only its owner can test a guess. */
public final class HashKey {

    private static final String ALGORITHM = "HmacSHA256";
    private static final int MIN_BYTES = 32;
    private static final int ID_BYTES = 4;

    private final SecretKeySpec secret;
    private final String id;

    /** @throws IllegalArgumentException where it is shorter than 32 bytes */
    public HashKey(byte[] secret) {
        if (secret.length < MIN_BYTES) {
            throw new IllegalArgumentException("shorter than %d bytes".formatted(MIN_BYTES));
        }
        this.secret = new SecretKeySpec(secret, ALGORITHM);
        this.id = HexFormat.of().formatHex(Arrays.copyOf(mac("id".getBytes(StandardCharsets.UTF_8)), ID_BYTES));
    }

    /** Eight hex digits that tell this key from others, and nothing of it. */
    public String id() {
        return id;
    }

    /** The hash of a text, behind the key's id and a dot. */
    public String hash(String text) {
        return id + "."
                + Base64.getUrlEncoder().withoutPadding().encodeToString(mac(text.getBytes(StandardCharsets.UTF_8)));
    }

    private byte[] mac(byte[] text) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(secret);
            return mac.doFinal(text);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
