package io.parvis.gateway.proxy;

import io.parvis.gateway.client.Visit;
import org.jspecify.annotations.Nullable;

/**
 * A request that was let in.
 *
 * @param visit may stay until the service has answered
 * @param service by name
 * @param uri path and query, canonical
 * @param token that tells the service who is calling; null where nobody is asked
 * @param bodyLimit in bytes
 */
public record Passage(
        Visit visit, String service, String uri, @Nullable String token, long bodyLimit) {}
