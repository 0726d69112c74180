package io.parvis.eventing.edge;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithName;

/** How a service knows what comes through the gateway. */
@ConfigMapping(prefix = "parvis")
interface GatewayConfig {

    /** The Ed25519 key that verifies the gateway's tokens: X.509 SubjectPublicKeyInfo in base64. */
    @WithName("gateway-key")
    String gatewayKey();
}
