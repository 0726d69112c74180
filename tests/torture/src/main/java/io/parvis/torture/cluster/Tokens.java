package io.parvis.torture.cluster;

import io.parvis.launcher.secret.Secrets;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Instant;
import java.util.Base64;
import java.util.stream.Collectors;

/**
 * Tokens as the gateway signs them for the key that may do everything: with one a client reaches a replica beside the
 * gateway, as the same principal, so that a request begun there can be repeated here.
 */
public final class Tokens {

    private static final int LIFE_SECONDS = 60;
    private static final int USED_SECONDS = 20;

    private final Secrets secrets;
    private final PrivateKey key;
    private String current = "";
    private Instant madeAt = Instant.EPOCH;

    Tokens(Secrets secrets) {
        this.secrets = secrets;
        try {
            var encoded = Base64.getDecoder().decode(secrets.signingKeys().privateKey());
            this.key = KeyFactory.getInstance("Ed25519").generatePrivate(new PKCS8EncodedKeySpec(encoded));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** One that is good for a while yet. */
    public synchronized String current() {
        var now = Instant.now();
        if (madeAt.plusSeconds(USED_SECONDS).isBefore(now)) {
            current = sign(now);
            madeAt = now;
        }
        return current;
    }

    private String sign(Instant now) {
        var caller = secrets.keyForAll();
        var grants = caller.roles().stream()
                .map("{\"brand\":\"*\",\"role\":\"%s\"}"::formatted)
                .collect(Collectors.joining(",", "[", "]"));
        var claims = """
                {"iss":"parvis-gateway","aud":"parvis","sub":"initial-%s","name":"all","grants":%s,"iat":%d,"exp":%d}""".formatted(caller.name(), grants, now.getEpochSecond(), now.getEpochSecond() + LIFE_SECONDS);
        var signed = base64("{\"alg\":\"EdDSA\"}".getBytes(StandardCharsets.UTF_8)) + "."
                + base64(claims.getBytes(StandardCharsets.UTF_8));
        try {
            var signature = Signature.getInstance("Ed25519");
            signature.initSign(key);
            signature.update(signed.getBytes(StandardCharsets.US_ASCII));
            return signed + "." + base64(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
