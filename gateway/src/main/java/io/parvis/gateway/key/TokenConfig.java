package io.parvis.gateway.key;

import io.smallrye.config.ConfigMapping;

/** How the gateway vouches for a caller. */
@ConfigMapping(prefix = "parvis")
interface TokenConfig {

    /** The Ed25519 key that signs what services trust: PKCS #8 in base64. Services have its public half. */
    String signingKey();
}
