package io.parvis.edge.testing;

import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.lang.JoseException;

/** Signs what the gateway would sign, so that tests call services as the gateway does. */
public final class TestCallers {

    private static final KeyPair KEYS = keys();

    private TestCallers() {}

    private static KeyPair keys() {
        try {
            return KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** What a service is configured with. */
    static Map<String, String> config() {
        return Map.of(
                "parvis.gateway-key",
                Base64.getEncoder().encodeToString(KEYS.getPublic().getEncoded()));
    }

    /**
     * An Authorization header of a principal with a role on every brand.
     *
     * @param key the name of the key that it showed to the gateway
     */
    public static String principal(String principal, String key, String role) {
        return token(principal, key, "parvis-gateway", 5, List.of(Map.of("brand", "*", "role", role)));
    }

    /** An Authorization header of somebody with these roles on every brand. */
    public static String everywhere(String... roles) {
        return on("*", roles);
    }

    /** An Authorization header of somebody with these roles on one brand. */
    public static String on(String brandId, String... roles) {
        return token(
                "parvis-gateway",
                5,
                Arrays.stream(roles)
                        .map(role -> Map.of("brand", brandId, "role", role))
                        .toList());
    }

    /** One that is too old by now. */
    public static String expired() {
        return token("parvis-gateway", -5, List.of(Map.of("brand", "*", "role", "ops")));
    }

    /** One that somebody else issued. */
    public static String issuedBy(String issuer) {
        return token(issuer, 5, List.of(Map.of("brand", "*", "role", "ops")));
    }

    private static String token(String issuer, int minutes, List<Map<String, String>> grants) {
        return token("key:test", "test", issuer, minutes, grants);
    }

    private static String token(
            String principal, String key, String issuer, int minutes, List<Map<String, String>> grants) {
        var claims = new JwtClaims();
        claims.setIssuer(issuer);
        claims.setAudience("parvis");
        claims.setSubject(principal);
        claims.setStringClaim("name", key);
        claims.setClaim("grants", grants);
        claims.setIssuedAtToNow();
        claims.setExpirationTimeMinutesInTheFuture(minutes);
        var signature = new JsonWebSignature();
        signature.setPayload(claims.toJson());
        signature.setKey(KEYS.getPrivate());
        signature.setAlgorithmHeaderValue(AlgorithmIdentifiers.EDDSA);
        try {
            return "Bearer " + signature.getCompactSerialization();
        } catch (JoseException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
