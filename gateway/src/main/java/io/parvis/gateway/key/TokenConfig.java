package io.parvis.gateway.key;

import io.smallrye.config.ConfigMapping;

/** How the gateway vouches for a caller. */
@ConfigMapping(prefix = "parvis")
interface TokenConfig {

    /**
     * The Ed25519 key that signs what services trust: PKCS #8, as {@code base64} or {@code id:base64}. Services have its
     * public half in their ring ({@code parvis.gateway-key}), under the same id where it has one.
     */
    String signingKey();
}
