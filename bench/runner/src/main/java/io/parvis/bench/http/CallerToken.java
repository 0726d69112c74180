package io.parvis.bench.http;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.function.Supplier;

/** What the gateway would send along: a short-lived token, signed anew before it expires. */
final class CallerToken implements Supplier<String> {

    private static final Duration LIFE = Duration.ofSeconds(60);

    private final KeyPair keys;
    private final String role;
    private volatile String token = "";
    private volatile Instant renewAt = Instant.EPOCH;

    CallerToken(String role) {
        this.role = role;
        try {
            keys = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** What the service verifies it with. */
    String gatewayKey() {
        return Base64.getEncoder().encodeToString(keys.getPublic().getEncoded());
    }

    @Override
    public String get() {
        var now = Instant.now();
        if (now.isAfter(renewAt)) {
            token = "Bearer " + signed(now);
            renewAt = now.plus(LIFE.dividedBy(2));
        }
        return token;
    }

    private String signed(Instant now) {
        var claims = """
                {"iss":"parvis-gateway","aud":"parvis","sub":"bench","name":"bench","iat":%d,"exp":%d,\
                "grants":[{"brand":"*","role":"%s"}]}""".formatted(now.getEpochSecond(), now.plus(LIFE).getEpochSecond(), role);
        var content = base64("{\"alg\":\"EdDSA\"}".getBytes(StandardCharsets.UTF_8)) + "."
                + base64(claims.getBytes(StandardCharsets.UTF_8));
        try {
            var signature = Signature.getInstance("Ed25519");
            signature.initSign(keys.getPrivate());
            signature.update(content.getBytes(StandardCharsets.US_ASCII));
            return content + "." + base64(signature.sign());
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
