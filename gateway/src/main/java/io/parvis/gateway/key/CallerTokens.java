package io.parvis.gateway.key;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.jose4j.lang.JoseException;
import org.jspecify.annotations.Nullable;

/**
 * The tokens by which services know a caller: signed with Ed25519, good for a minute and never longer than the key.
 * One is used for half of its life, so that what a service receives always has time left.
 */
@Startup
@ApplicationScoped
public class CallerTokens {

    private static final Duration LIFE = Duration.ofSeconds(60);
    private static final Duration USED_FOR = Duration.ofSeconds(30);

    private final Clock clock;
    private final PrivateKey key;
    private final @Nullable String keyId;
    private final Cache<KeyHolder, String> current = Caffeine.newBuilder()
            .executor(Runnable::run)
            .maximumSize(10_000)
            .expireAfterWrite(USED_FOR)
            .build();

    CallerTokens(TokenConfig config, Clock clock) {
        this.clock = clock;
        var configured = config.signingKey().strip();
        int colon = configured.indexOf(':');
        this.key = privateKey(configured.substring(colon + 1));
        this.keyId = colon < 0 ? null : configured.substring(0, colon);
    }

    /** A token for the caller as it is known now: other grants make another token. */
    public String tokenFor(KeyHolder caller) {
        return current.get(caller, this::sign);
    }

    private String sign(KeyHolder caller) {
        var now = clock.instant();
        var claims = new JwtClaims();
        claims.setIssuer("parvis-gateway");
        claims.setAudience("parvis");
        claims.setSubject(caller.principal());
        claims.setStringClaim("name", caller.name());
        claims.setClaim(
                "grants",
                caller.grants().stream()
                        .map(grant -> Map.of("brand", grant.brand(), "role", grant.role()))
                        .toList());
        claims.setIssuedAt(NumericDate.fromSeconds(now.getEpochSecond()));
        claims.setExpirationTime(NumericDate.fromSeconds(expiry(caller, now).getEpochSecond()));
        var signature = new JsonWebSignature();
        signature.setPayload(claims.toJson());
        signature.setAlgorithmHeaderValue(AlgorithmIdentifiers.EDDSA);
        signature.setKey(key);
        if (keyId != null) {
            signature.setKeyIdHeaderValue(keyId);
        }
        try {
            return signature.getCompactSerialization();
        } catch (JoseException broken) {
            throw new IllegalStateException("The gateway cannot sign", broken);
        }
    }

    private static Instant expiry(KeyHolder caller, Instant now) {
        var full = now.plus(LIFE);
        var end = caller.expiresAt();
        return end != null && end.isBefore(full) ? end : full;
    }

    private static PrivateKey privateKey(String base64) {
        try {
            var spec = new PKCS8EncodedKeySpec(Base64.getDecoder().decode(base64.trim()));
            return KeyFactory.getInstance("Ed25519").generatePrivate(spec);
        } catch (GeneralSecurityException | IllegalArgumentException broken) {
            throw new IllegalArgumentException(
                    "parvis.signing-key must be an Ed25519 private key (PKCS #8, base64)", broken);
        }
    }
}
