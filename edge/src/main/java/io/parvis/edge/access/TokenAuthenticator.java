package io.parvis.edge.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Set;
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

/** Authenticates callers by the short-lived JWT that the gateway signed. Verified tokens are cached. */
@ApplicationScoped
public class TokenAuthenticator {

    private static final Logger LOG = Logger.getLogger(TokenAuthenticator.class);
    private static final int SKEW_SECONDS = 5;

    /** The gateway gives its tokens a minute; none lasts longer than this, whatever it says. */
    private static final int MAX_AGE_MINUTES = 5;

    private final JwtConsumer consumer;
    private final Cache<String, CachedCaller> known =
            Caffeine.newBuilder().maximumSize(10_000).build();

    private record CachedCaller(Caller caller, long validUntilMillis) {}

    TokenAuthenticator(TokenVerificationConfig config) {
        this.consumer = new JwtConsumerBuilder()
                .setExpectedIssuer("parvis-gateway")
                .setExpectedAudience("parvis")
                .setRequireSubject()
                .setRequireExpirationTime()
                .setAllowedClockSkewInSeconds(SKEW_SECONDS)
                .setMaxFutureValidityInMinutes(MAX_AGE_MINUTES)
                .setRequireIssuedAt()
                .setIssuedAtRestrictions(SKEW_SECONDS, MAX_AGE_MINUTES * 60)
                .setJwsAlgorithmConstraints(new AlgorithmConstraints(ConstraintType.PERMIT, AlgorithmIdentifiers.EDDSA))
                .setVerificationKeyResolver(new GatewayKeys(config.gatewayKey()))
                .build();
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
            known.put(
                    token,
                    new CachedCaller(caller, claims.getExpirationTime().getValueInMillis() + SKEW_SECONDS * 1000L));
            return caller;
        } catch (InvalidJwtException | MalformedClaimException | IllegalArgumentException e) {
            LOG.debugf("Refused a token: %s", e.getMessage());
            throw new Unauthenticated();
        }
    }

    private static Caller caller(JwtClaims claims) throws MalformedClaimException {
        var name = claims.getStringClaimValue("name");
        return new Caller(
                claims.getSubject(),
                name == null ? claims.getSubject() : name,
                claims.getClaimValue("grants", List.class) instanceof List<?> grants
                        ? grants.stream().map(TokenAuthenticator::grant).collect(Collectors.toUnmodifiableSet())
                        : Set.of());
    }

    private static Caller.Grant grant(Object grant) {
        if (grant instanceof Map<?, ?> of
                && of.get("brand") instanceof String brand
                && of.get("role") instanceof String role) {
            return new Caller.Grant(brand, Role.of(role));
        }
        throw new IllegalArgumentException("A grant has a brand and a role");
    }
}
