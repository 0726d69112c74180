package io.parvis.edge.web;

import io.parvis.proofs.Sha256;

/**
 * A request that came with an {@code Idempotency-Key}.
 *
 * @param key of visible ASCII characters
 */
record KeyedRequest(String principal, String method, String path, String key, byte[] body) {

    /** What is one key's: no part can reach into the next, since lengths stand before what may hold anything. */
    String scoped() {
        return "%d:%s%s\n%d:%s%s".formatted(principal.length(), principal, method, path.length(), path, key);
    }

    /** Made once, however many keys it is hidden under: bodies are long. */
    byte[] bodyHash() {
        return Sha256.of(body).bytes();
    }
}
