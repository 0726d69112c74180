package io.parvis.gateway.proxy;

import io.parvis.gateway.client.InFlightRequest;
import org.jspecify.annotations.Nullable;

/**
 * A request that has passed authentication and routing.
 *
 * @param inFlight may stay until the service has answered
 * @param service by name
 * @param uri path and query, canonical
 * @param token that tells the service who is calling; null where nobody is asked
 * @param bodyLimit in bytes
 */
public record AdmittedRequest(
        InFlightRequest inFlight,
        String service,
        String uri,
        @Nullable String token,
        long bodyLimit) {}
