package io.parvis.proofs;

import java.io.IOException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import org.bouncycastle.crypto.params.Ed25519PrivateKeyParameters;
import org.bouncycastle.crypto.signers.Ed25519Signer;
import org.bouncycastle.crypto.util.PrivateKeyFactory;

/**
 * An Ed25519 key that signs statements. Signatures are deterministic, so what is signed
 * from the same facts is the same bytes.
 */
public final class SigningKey {

    private final Ed25519PrivateKeyParameters privateKey;
    private final VerifyingKey verifying;

    private SigningKey(Ed25519PrivateKeyParameters privateKey) {
        this.privateKey = privateKey;
        this.verifying = VerifyingKey.of(privateKey.generatePublicKey());
    }

    /**
     * @param pkcs8 as PKCS #8
     * @throws IllegalArgumentException when it is no private key of Ed25519
     */
    public static SigningKey of(byte[] pkcs8) {
        try {
            if (PrivateKeyFactory.createKey(pkcs8) instanceof Ed25519PrivateKeyParameters ed) {
                return new SigningKey(ed);
            }
        } catch (IOException | RuntimeException unreadable) {
            throw new IllegalArgumentException("The private key cannot be read", unreadable);
        }
        throw new IllegalArgumentException("The private key is none of Ed25519");
    }

    /**
     * From configuration.
     *
     * @param privateKey PKCS #8 in base64
     * @throws IllegalArgumentException when it cannot be read
     */
    public static SigningKey parse(String privateKey) {
        return of(Base64.getDecoder().decode(privateKey));
    }

    /** What others verify its signatures with. */
    public VerifyingKey verifying() {
        return verifying;
    }

    /** The first 16 hex digits of the SHA-256 of the 32 bytes of the public key. */
    public String id() {
        return verifying.id();
    }

    /** The 32 bytes of the public key in hex: to be published, and to be pinned. */
    public String publicKey() {
        return verifying.hex();
    }

    /** The statement with {@code keyId} and {@code signature}: over its canonical bytes with the former. */
    public Map<String, Object> sign(Map<String, Object> statement) {
        var signed = new TreeMap<>(statement);
        signed.put("keyId", id());
        signed.put("signature", HexFormat.of().formatHex(signatureOf(CanonicalJson.bytes(signed))));
        return signed;
    }

    /** Of the bytes as they are. */
    byte[] signatureOf(byte[] bytes) {
        var signer = new Ed25519Signer();
        signer.init(true, privateKey);
        signer.update(bytes, 0, bytes.length);
        return signer.generateSignature();
    }
}
