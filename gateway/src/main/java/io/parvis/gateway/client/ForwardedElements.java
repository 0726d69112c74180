package io.parvis.gateway.client;

import io.parvis.gateway.problem.GatewayProblemException;
import java.util.Optional;

/**
 * What proxies said, beginning with the nearest, who added its part at the right. What stands further left than whom
 * one believes may have been made up, so it is not even looked at: nothing there can spoil what was added to it.
 */
interface ForwardedElements {

    /**
     * What the next one said.
     *
     * @throws GatewayProblemException 400 where that cannot be read
     */
    Optional<ForwardedElement> next();
}
