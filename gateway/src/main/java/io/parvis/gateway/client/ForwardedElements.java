package io.parvis.gateway.client;

import io.parvis.gateway.problem.GatewayProblemException;
import java.util.Optional;

/**
 * The elements that proxies added, the last one first. Elements to the left of the last trusted proxy may be forged,
 * and are not even parsed.
 */
interface ForwardedElements {

    /**
     * What the next one said.
     *
     * @throws GatewayProblemException 400 where that cannot be read
     */
    Optional<ForwardedElement> next();
}
