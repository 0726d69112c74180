package io.parvis.gateway.proxy;

import org.jspecify.annotations.Nullable;

/**
 * A request that was let in.
 *
 * @param service by name
 * @param uri path and query, canonical
 * @param token that tells the service who is calling; null where nobody is asked
 * @param bodyLimit in bytes
 */
public record Passage(String service, String uri, @Nullable String token, long bodyLimit) {}
