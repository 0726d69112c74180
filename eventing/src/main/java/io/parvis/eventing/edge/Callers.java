package io.parvis.eventing.edge;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwa.AlgorithmConstraints.ConstraintType;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.MalformedClaimException;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumer;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jspecify.annotations.Nullable;

/** Knows a caller by the short-lived token that the gateway signed. A token is verified once and remembered. */
@ApplicationScoped
public class Callers {

    private static final Logger LOG = Logger.getLogger(Callers.class);
    private static final int SKEW_SECONDS = 5;

    private final JwtConsumer consumer;
    private final Cache<String, Known> known =
            Caffeine.newBuilder().maximumSize(10_000).build();

    private record Known(Caller caller, long validUntilMillis) {}

    Callers(GatewayConfig config) {
        this.consumer = new JwtConsumerBuilder()
                .setExpectedIssuer("parvis-gateway")
                .setExpectedAudience("parvis")
                .setRequireSubject()
                .setRequireExpirationTime()
                .setAllowedClockSkewInSeconds(SKEW_SECONDS)
                .setMaxFutureValidityInMinutes(5)
                .setJwsAlgorithmConstraints(new AlgorithmConstraints(ConstraintType.PERMIT, AlgorithmIdentifiers.EDDSA))
                .setVerificationKey(publicKey(config.gatewayKey()))
                .build();
    }

    private static PublicKey publicKey(String base64) {
        try {
            var spec = new X509EncodedKeySpec(Base64.getDecoder().decode(base64.trim()));
            return KeyFactory.getInstance("Ed25519").generatePublic(spec);
        } catch (GeneralSecurityException | IllegalArgumentException broken) {
            throw new IllegalArgumentException(
                    "parvis.gateway-key must be an Ed25519 public key (X.509, base64)", broken);
        }
    }

    /**
     * The caller behind an Authorization header.
     *
     * @throws Unauthenticated where it is missing, not the gateway's, or too old
     */
    public Caller authenticate(@Nullable String authorization) {
        if (authorization == null || !authorization.regionMatches(true, 0, "Bearer ", 0, 7)) {
            throw new Unauthenticated();
        }
        var token = authorization.substring(7).trim();
        var before = known.getIfPresent(token);
        if (before != null && System.currentTimeMillis() < before.validUntilMillis()) {
            return before.caller();
        }
        try {
            var claims = consumer.processToClaims(token);
            var caller = caller(claims);
            known.put(token, new Known(caller, claims.getExpirationTime().getValueInMillis() + SKEW_SECONDS * 1000L));
            return caller;
        } catch (InvalidJwtException | MalformedClaimException | ClassCastException | IllegalArgumentException e) {
            LOG.debugf("Refused a token: %s", e.getMessage());
            throw new Unauthenticated();
        }
    }

    @SuppressWarnings("unchecked")
    private static Caller caller(JwtClaims claims) throws MalformedClaimException {
        var grants = (List<Map<String, String>>) claims.getClaimValue("grants");
        var name = claims.getStringClaimValue("name");
        return new Caller(
                claims.getSubject(),
                name == null ? claims.getSubject() : name,
                grants.stream()
                        .map(grant -> new Caller.Grant(grant.get("brand"), Role.of(grant.get("role"))))
                        .collect(Collectors.toUnmodifiableSet()));
    }
}
