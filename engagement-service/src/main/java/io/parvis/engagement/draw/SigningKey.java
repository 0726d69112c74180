package io.parvis.engagement.draw;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.interfaces.EdECPublicKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import org.bouncycastle.crypto.params.Ed25519PrivateKeyParameters;
import org.bouncycastle.crypto.signers.Ed25519Signer;
import org.bouncycastle.crypto.util.PrivateKeyFactory;

/**
 * The service's Ed25519 key: it signs receipts, closings and proofs. Signatures are deterministic, so what is signed
 * from the same facts is the same bytes.
 */
public final class SigningKey {

    private static final String ALGORITHM = "Ed25519";
    private static final int X509_PREFIX = 12;
    private static final int ID_DIGITS = 16;

    private final Ed25519PrivateKeyParameters privateKey;
    private final byte[] raw;
    private final String id;

    /** @throws IllegalArgumentException when the two are no pair, or not of Ed25519 */
    public SigningKey(PrivateKey privateKey, PublicKey publicKey) {
        if (!(publicKey instanceof EdECPublicKey ed)
                || !ed.getParams().getName().equals(ALGORITHM)) {
            throw new IllegalArgumentException("The public key is none of Ed25519");
        }
        this.privateKey = parameters(privateKey);
        var encoded = publicKey.getEncoded();
        this.raw = Arrays.copyOfRange(encoded, X509_PREFIX, encoded.length);
        this.id = Sha256.of(raw).hex().substring(0, ID_DIGITS);
        requirePair(publicKey);
    }

    /**
     * From configuration.
     *
     * @param privateKey PKCS #8 in base64
     * @param publicKey X.509 SubjectPublicKeyInfo in base64
     * @throws IllegalArgumentException when they cannot be read or are no pair
     */
    public static SigningKey parse(String privateKey, String publicKey) {
        try {
            var factory = KeyFactory.getInstance(ALGORITHM);
            var base64 = Base64.getDecoder();
            return new SigningKey(
                    factory.generatePrivate(new PKCS8EncodedKeySpec(base64.decode(privateKey))),
                    factory.generatePublic(new X509EncodedKeySpec(base64.decode(publicKey))));
        } catch (GeneralSecurityException broken) {
            throw new IllegalArgumentException("Not a pair of Ed25519 keys", broken);
        }
    }

    /** The first 16 hex digits of the SHA-256 of the 32 bytes of the public key. */
    public String id() {
        return id;
    }

    /** The 32 bytes of the public key in hex: to be published, and to be pinned. */
    public String publicKey() {
        return HexFormat.of().formatHex(raw);
    }

    /** The statement with {@code keyId} and {@code signature}: over its canonical bytes with the former. */
    Map<String, Object> sign(Map<String, Object> statement) {
        var signed = new TreeMap<>(statement);
        signed.put("keyId", id());
        signed.put("signature", HexFormat.of().formatHex(signatureOf(CanonicalJson.bytes(signed))));
        return signed;
    }

    private byte[] signatureOf(byte[] bytes) {
        var signer = new Ed25519Signer();
        signer.init(true, privateKey);
        signer.update(bytes, 0, bytes.length);
        return signer.generateSignature();
    }

    private static Ed25519PrivateKeyParameters parameters(PrivateKey key) {
        try {
            if (PrivateKeyFactory.createKey(key.getEncoded()) instanceof Ed25519PrivateKeyParameters ed) {
                return ed;
            }
        } catch (IOException unreadable) {
            throw new IllegalArgumentException("The private key cannot be read", unreadable);
        }
        throw new IllegalArgumentException("The private key is none of Ed25519");
    }

    private void requirePair(PublicKey publicKey) {
        try {
            var verifier = Signature.getInstance(ALGORITHM);
            verifier.initVerify(publicKey);
            verifier.update(raw);
            if (!verifier.verify(signatureOf(raw))) {
                throw new IllegalArgumentException("The private key does not belong to the public key");
            }
        } catch (GeneralSecurityException broken) {
            throw new IllegalArgumentException("The public key is none of Ed25519", broken);
        }
    }
}
