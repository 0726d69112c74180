package io.parvis.edge.access;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithName;

/** How a service verifies the gateway's tokens. */
@ConfigMapping(prefix = "parvis")
interface TokenVerificationConfig {

    /**
     * A key ring (docs/key-rings.md) of the Ed25519 keys that verify the gateway's tokens, X.509 SubjectPublicKeyInfo each:
     * a token is good that any of them verifies. One that is to sign next stands here before it does.
     */
    @WithName("gateway-key")
    String gatewayKey();
}
