package io.parvis.edge.access;

import io.parvis.proofs.key.HmacKey;
import io.parvis.proofs.key.KeyRing;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.util.List;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwx.JsonWebStructure;
import org.jose4j.keys.resolvers.VerificationKeyResolver;
import org.jose4j.lang.JoseException;
import org.jose4j.lang.UnresolvableKeyException;

/** The public keys of the gateway: the one that a token's {@code kid} names, or else any that verifies it. */
final class GatewayKeys implements VerificationKeyResolver {

    private static final KeyRing.KeyParser<PublicKey> FORM = new KeyRing.KeyParser<>() {
        @Override
        public PublicKey read(byte[] bytes) {
            try {
                return KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(bytes));
            } catch (GeneralSecurityException broken) {
                throw new IllegalArgumentException(broken);
            }
        }

        @Override
        public String ownId(byte[] bytes) {
            return HmacKey.ownId(bytes);
        }

        @Override
        public String needs() {
            return "Ed25519 public keys (X.509)";
        }
    };

    private final KeyRing<PublicKey> keys;

    GatewayKeys(String configured) {
        this.keys = KeyRing.of("parvis.gateway-key", configured, FORM);
    }

    @Override
    public Key resolveKey(JsonWebSignature token, List<JsonWebStructure> nesting) throws UnresolvableKeyException {
        var named = token.getKeyIdHeaderValue();
        var known = named == null ? null : keys.find(named).orElse(null);
        if (known != null || keys.keys().size() == 1) {
            return (known == null ? keys.inUse() : known).key();
        }
        for (var key : keys.keys()) {
            if (verifies(token, key.key())) {
                return key.key();
            }
        }
        throw new UnresolvableKeyException("No key of parvis.gateway-key has signed it");
    }

    private static boolean verifies(JsonWebSignature token, PublicKey key) throws UnresolvableKeyException {
        try {
            var probe = new JsonWebSignature();
            probe.setCompactSerialization(String.join(
                    ".",
                    token.getHeaders().getEncodedHeader(),
                    token.getEncodedPayload(),
                    token.getEncodedSignature()));
            probe.setKey(key);
            return probe.verifySignature();
        } catch (JoseException broken) {
            throw new UnresolvableKeyException("It cannot be verified", broken);
        }
    }
}
