package io.parvis.proofs;

import java.io.IOException;
import java.util.HexFormat;
import java.util.Map;
import org.bouncycastle.crypto.params.Ed25519PublicKeyParameters;
import org.bouncycastle.crypto.util.PublicKeyFactory;

/**
 * The public half of a key that signs or has signed.
 *
 * @param id the first 16 hex digits of the SHA-256 of the 32 bytes
 * @param hex its 32 bytes
 */
public record VerifyingKey(String id, String hex) {

    private static final int ID_DIGITS = 16;

    /**
     * @param x509 as X.509 SubjectPublicKeyInfo
     * @throws IllegalArgumentException when it is no public key of Ed25519
     */
    public static VerifyingKey of(byte[] x509) {
        try {
            if (PublicKeyFactory.createKey(x509) instanceof Ed25519PublicKeyParameters ed) {
                return of(ed);
            }
        } catch (IOException | RuntimeException unreadable) {
            throw new IllegalArgumentException("The public key cannot be read", unreadable);
        }
        throw new IllegalArgumentException("The public key is none of Ed25519");
    }

    static VerifyingKey of(Ed25519PublicKeyParameters key) {
        var raw = key.getEncoded();
        return new VerifyingKey(
                Sha256.of(raw).hex().substring(0, ID_DIGITS), HexFormat.of().formatHex(raw));
    }

    /** As it is published. */
    Map<String, Object> json() {
        return Map.of("id", id, "publicKey", hex);
    }
}
