package io.parvis.gateway.proxy;

import io.parvis.gateway.GatewayConfig;
import java.time.Duration;

/**
 * How long silence is borne, and how slow a body may come.
 *
 * @param forAnswer while it is the service's turn and it has not begun to answer
 * @param forStream otherwise
 * @param forBytes of a body, while the client could send
 * @param minimumRate of a body, in bytes per second
 */
record Patience(Duration forAnswer, Duration forStream, Duration forBytes, long minimumRate) {

    static Patience of(GatewayConfig config) {
        return new Patience(
                config.upstream().responseTimeout(),
                config.upstream().idleTimeout(),
                config.clients().bodyRest(),
                config.clients().minimumBodyRate().asLongValue());
    }
}
