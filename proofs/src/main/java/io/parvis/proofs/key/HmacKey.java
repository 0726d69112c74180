package io.parvis.proofs.key;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** A key for HMAC-SHA-256: without it nobody can test a guess at a hashed text. */
public final class HmacKey {

    private static final String ALGORITHM = "HmacSHA256";
    private static final int MIN_BYTES = 32;
    private static final int ID_BYTES = 4;

    private final SecretKeySpec secret;
    private final String id;

    /** @throws IllegalArgumentException where it is shorter than 32 bytes */
    public HmacKey(byte[] secret) {
        this(secretOf(secret), ownId(secret));
    }

    private HmacKey(SecretKeySpec secret, String id) {
        this.secret = secret;
        this.id = id;
    }

    private static SecretKeySpec secretOf(byte[] secret) {
        if (secret.length < MIN_BYTES) {
            throw new IllegalArgumentException("shorter than %d bytes".formatted(MIN_BYTES));
        }
        return new SecretKeySpec(secret, ALGORITHM);
    }

    /** Eight hex digits that tell this secret from others, and nothing of it: its id where it was given none. */
    public static String ownId(byte[] secret) {
        var mac = mac(new SecretKeySpec(secret, ALGORITHM), "id".getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().formatHex(Arrays.copyOf(mac, ID_BYTES));
    }

    /** The same secret under another id. */
    HmacKey called(String otherId) {
        return new HmacKey(secret, otherId);
    }

    /** As it is configured, or {@link #ownId}. */
    public String id() {
        return id;
    }

    /** The hash of a text, behind the key's id and a dot. */
    public String hash(String text) {
        return id + "." + Base64.getUrlEncoder().withoutPadding().encodeToString(mac(text));
    }

    /** The 32 bytes of the hash alone. */
    public byte[] mac(String text) {
        return mac(secret, text.getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] mac(SecretKeySpec secret, byte[] text) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(secret);
            return mac.doFinal(text);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
