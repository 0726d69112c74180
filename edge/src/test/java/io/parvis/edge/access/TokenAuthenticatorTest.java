package io.parvis.edge.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.jose4j.keys.HmacKey;
import org.jose4j.lang.JoseException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which tokens are taken for the gateway's, and what is read from them. */
class TokenAuthenticatorTest {

    private static final KeyPair GATEWAY = keys("Ed25519");

    private final TokenAuthenticator callers = new TokenAuthenticator(
            () -> Base64.getEncoder().encodeToString(GATEWAY.getPublic().getEncoded()));

    @Test
    void knowsACallerByTheGatewaysToken() {
        var caller = callers.authenticate(token(claims -> {}));

        assertThat(caller.principal()).isEqualTo("key:1");
        assertThat(caller.name()).isEqualTo("Ada");
        assertThat(caller.grants()).containsExactly(new Caller.Grant("b1", Role.EDITOR));
    }

    @Test
    void knowsItAgainFromMemory() {
        var token = token(claims -> {});

        assertThat(callers.authenticate(token)).isSameAs(callers.authenticate(token));
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "Bearer", "Bearer ", "Bearer x", "Bearer a.b.c", "Basic dTpw", "Bearer \0"})
    void refusesWhatIsNoToken(String authorization) {
        assertRefused(authorization);
    }

    @Test
    void refusesATokenThatIsTooOld() {
        assertRefused(token(claims -> claims.setExpirationTimeMinutesInTheFuture(-1)));
    }

    @Test
    void letsClocksDifferByFiveSeconds() {
        var token = token(claims -> {
            claims.setIssuedAt(NumericDate.fromSeconds(now() - 60));
            claims.setExpirationTime(NumericDate.fromSeconds(now() - 3));
        });

        assertThat(callers.authenticate(token).principal()).isEqualTo("key:1");
    }

    @Test
    void refusesATokenThatLivesTooLong() {
        assertRefused(token(claims -> claims.setExpirationTimeMinutesInTheFuture(60)));
    }

    @Test
    void refusesATokenThatLastedTooLongThoughItEndsSoon() {
        assertRefused(token(claims -> claims.setIssuedAt(NumericDate.fromSeconds(now() - 3600))));
    }

    @Test
    void refusesATokenThatDoesNotSayWhenItWasIssued() {
        assertRefused(token(claims -> claims.unsetClaim("iat")));
    }

    @Test
    void refusesAnotherIssuer() {
        assertRefused(token(claims -> claims.setIssuer("somebody")));
    }

    @Test
    void refusesAnotherAudience() {
        assertRefused(token(claims -> claims.setAudience("somebody")));
    }

    @Test
    void refusesATokenOfNobody() {
        assertRefused(token(claims -> claims.unsetClaim("sub")));
    }

    @Test
    void refusesAnothersSignature() {
        assertRefused(sign(claims(), keys("Ed25519"), AlgorithmIdentifiers.EDDSA));
    }

    @Test
    void refusesATokenWithoutSignature() throws JoseException {
        var unsigned = new JsonWebSignature();
        unsigned.setAlgorithmConstraints(org.jose4j.jwa.AlgorithmConstraints.NO_CONSTRAINTS);
        unsigned.setAlgorithmHeaderValue(AlgorithmIdentifiers.NONE);
        unsigned.setPayload(claims().toJson());

        assertRefused("Bearer " + unsigned.getCompactSerialization());
    }

    @Test
    void refusesATokenKeyedWithThePublicKey() throws JoseException {
        var forged = new JsonWebSignature();
        forged.setAlgorithmHeaderValue(AlgorithmIdentifiers.HMAC_SHA256);
        forged.setKey(new HmacKey(GATEWAY.getPublic().getEncoded()));
        forged.setPayload(claims().toJson());

        assertRefused("Bearer " + forged.getCompactSerialization());
    }

    @Test
    void grantsNothingWhereTheTokenDoesNot() {
        var caller = callers.authenticate(token(claims -> claims.unsetClaim("grants")));

        assertThat(caller.grants()).isEmpty();
    }

    @Test
    void refusesGrantsThatAreNoList() {
        assertRefused(token(claims -> claims.setClaim("grants", "everything")));
    }

    @Test
    void refusesAGrantWithoutItsBrand() {
        assertRefused(token(claims -> claims.setClaim("grants", List.of(Map.of("role", "ops")))));
    }

    @Test
    void refusesARoleThatItDoesNotKnow() {
        assertRefused(token(claims -> claims.setClaim("grants", List.of(Map.of("brand", "*", "role", "king")))));
    }

    @Test
    void takesATokenOfAnyKeyOfItsRing() throws JoseException {
        var next = keys("Ed25519");
        var ring = new TokenAuthenticator(() -> "a:" + base64(GATEWAY) + ",b:" + base64(next));

        assertThat(ring.authenticate(token(claims -> {})).principal()).isEqualTo("key:1");
        assertThat(ring.authenticate(sign(claims(), next, AlgorithmIdentifiers.EDDSA))
                        .principal())
                .isEqualTo("key:1");
        assertThat(ring.authenticate(named("b", next)).principal()).isEqualTo("key:1");
        assertThat(ring.authenticate(named("c", next)).principal()).isEqualTo("key:1");
        assertThatThrownBy(() -> ring.authenticate(named("a", next))).isInstanceOf(Unauthenticated.class);
        assertThatThrownBy(() -> ring.authenticate(named("b", keys("Ed25519")))).isInstanceOf(Unauthenticated.class);
        assertThatThrownBy(() -> ring.authenticate(named("c", keys("Ed25519")))).isInstanceOf(Unauthenticated.class);
    }

    private static String base64(KeyPair keys) {
        return Base64.getEncoder().encodeToString(keys.getPublic().getEncoded());
    }

    private static String named(String keyId, KeyPair keys) throws JoseException {
        var signature = new JsonWebSignature();
        signature.setPayload(claims().toJson());
        signature.setKey(keys.getPrivate());
        signature.setKeyIdHeaderValue(keyId);
        signature.setAlgorithmHeaderValue(AlgorithmIdentifiers.EDDSA);
        return "Bearer " + signature.getCompactSerialization();
    }

    @Test
    void saysAtStartThatItsKeyIsNone() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new TokenAuthenticator(() -> "not a key"))
                .withMessageContaining("parvis.gateway-key");
    }

    private void assertRefused(String authorization) {
        assertThatThrownBy(() -> callers.authenticate(authorization)).isInstanceOf(Unauthenticated.class);
    }

    private static String token(Consumer<JwtClaims> change) {
        var claims = claims();
        change.accept(claims);
        return sign(claims, GATEWAY, AlgorithmIdentifiers.EDDSA);
    }

    private static JwtClaims claims() {
        var claims = new JwtClaims();
        claims.setIssuer("parvis-gateway");
        claims.setAudience("parvis");
        claims.setSubject("key:1");
        claims.setStringClaim("name", "Ada");
        claims.setClaim("grants", List.of(Map.of("brand", "b1", "role", "editor")));
        claims.setIssuedAtToNow();
        claims.setExpirationTime(NumericDate.fromSeconds(now() + 60));
        return claims;
    }

    private static long now() {
        return NumericDate.now().getValue();
    }

    private static String sign(JwtClaims claims, KeyPair keys, String algorithm) {
        var signature = new JsonWebSignature();
        signature.setPayload(claims.toJson());
        signature.setKey(keys.getPrivate());
        signature.setAlgorithmHeaderValue(algorithm);
        try {
            return "Bearer " + signature.getCompactSerialization();
        } catch (JoseException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static KeyPair keys(String algorithm) {
        try {
            return KeyPairGenerator.getInstance(algorithm).generateKeyPair();
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
