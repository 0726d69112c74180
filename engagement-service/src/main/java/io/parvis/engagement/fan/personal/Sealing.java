package io.parvis.engagement.fan.personal;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * AES-256-GCM with a fresh nonce: one byte for the format, 12 of nonce, the ciphertext, 16 of tag. What it belongs to is
 * authenticated with it, so that nothing sealed can be passed off as something else.
 */
public final class Sealing {

    public static final int KEY_BYTES = 32;

    private static final byte FORMAT = 1;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final SecureRandom RANDOM = new SecureRandom();

    private Sealing() {}

    static byte[] randomBytes(int count) {
        var bytes = new byte[count];
        RANDOM.nextBytes(bytes);
        return bytes;
    }

    /** @param belongsTo what it is and whose; it must be told again to open it */
    public static byte[] seal(byte[] key, byte[] content, String... belongsTo) {
        var nonce = randomBytes(NONCE_BYTES);
        try {
            var cipher = cipher(Cipher.ENCRYPT_MODE, key, nonce, belongsTo);
            var sealed = ByteBuffer.allocate(1 + NONCE_BYTES + cipher.getOutputSize(content.length))
                    .put(FORMAT)
                    .put(nonce);
            cipher.doFinal(ByteBuffer.wrap(content), sealed);
            return sealed.array();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** @throws CannotBeOpened where it was sealed under another key, belongs elsewhere, or was changed */
    public static byte[] open(byte[] key, byte[] sealed, String... belongsTo) {
        if (sealed.length <= 1 + NONCE_BYTES || sealed[0] != FORMAT) {
            throw new CannotBeOpened(belongsTo[0]);
        }
        var nonce = new byte[NONCE_BYTES];
        System.arraycopy(sealed, 1, nonce, 0, NONCE_BYTES);
        try {
            return cipher(Cipher.DECRYPT_MODE, key, nonce, belongsTo)
                    .doFinal(sealed, 1 + NONCE_BYTES, sealed.length - 1 - NONCE_BYTES);
        } catch (AEADBadTagException otherKey) {
            throw new CannotBeOpened(belongsTo[0]);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static Cipher cipher(int mode, byte[] key, byte[] nonce, String... belongsTo)
            throws GeneralSecurityException {
        var cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, new SecretKeySpec(key, "AES"), new GCMParameterSpec(TAG_BITS, nonce));
        for (var part : belongsTo) {
            var bytes = part.getBytes(StandardCharsets.UTF_8);
            cipher.updateAAD(
                    ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).array());
            cipher.updateAAD(bytes);
        }
        return cipher;
    }

    /** Says what could not be opened, and nothing of what is in it. */
    public static final class CannotBeOpened extends IllegalStateException {
        CannotBeOpened(String what) {
            super("A sealed " + what + " cannot be opened with this key");
        }
    }
}
