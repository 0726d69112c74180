package io.parvis.launcher.secret;

import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/**
 * An Ed25519 key pair: the gateway's, whose tokens the services believe, or that of draws.
 *
 * @param privateKey base64 of PKCS #8: its owner signs with it
 * @param publicKey base64 of X.509 SubjectPublicKeyInfo: everybody else checks with it
 */
public record SigningKeyPair(String privateKey, String publicKey) {

    /** Both halves stand in one file, so that they cannot come from two pairs. */
    static SigningKeyPair in(SecretFiles files, String name) {
        var halves = files.readOrCreate(name, SigningKeyPair::make).lines().toList();
        return new SigningKeyPair(halves.get(0), halves.get(1));
    }

    private static String make() {
        var pair = generate();
        var base64 = Base64.getEncoder();
        return base64.encodeToString(pair.getPrivate().getEncoded()) + "\n"
                + base64.encodeToString(pair.getPublic().getEncoded());
    }

    private static KeyPair generate() {
        try {
            return KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
