package io.parvis.verify;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Map;

/** Something signed: the canonical bytes of an object without its signature. */
final class SignedStatement {

    private static final String X509_PREFIX = "302a300506032b6570032100";

    private SignedStatement() {}

    static String keyId(String publicKey) {
        return Hashes.sha256(Hashes.hex(publicKey)).substring(0, 16);
    }

    /** @param keys by their ids */
    static boolean isSigned(Fields statement, Map<String, String> keys) {
        var publicKey = keys.get(statement.text("keyId"));
        var signature = statement.matching("signature", "[0-9a-f]{128}", "128 lower-case hex digits");
        return publicKey != null
                && verifies(publicKey, CanonicalWriter.bytes(statement.node().without("signature")), signature);
    }

    static boolean verifies(String publicKey, byte[] bytes, String signature) {
        try {
            var verifier = Signature.getInstance("Ed25519");
            verifier.initVerify(key(publicKey));
            verifier.update(bytes);
            return verifier.verify(Hashes.hex(signature));
        } catch (GeneralSecurityException noKeyOrNoSignature) {
            return false;
        }
    }

    private static PublicKey key(String publicKey) throws GeneralSecurityException {
        return KeyFactory.getInstance("Ed25519")
                .generatePublic(new X509EncodedKeySpec(Hashes.hex(X509_PREFIX + publicKey)));
    }
}
