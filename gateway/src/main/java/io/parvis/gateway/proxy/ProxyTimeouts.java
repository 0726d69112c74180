package io.parvis.gateway.proxy;

import io.parvis.gateway.GatewayConfig;
import java.time.Duration;

/**
 * Timeouts and minimum rates of a proxied request.
 *
 * @param forAnswer until the service begins its response
 * @param forStream otherwise
 * @param ofBody of the request body, while the client can send
 * @param ofAnswer of the response, while the client can read
 */
record ProxyTimeouts(Duration forAnswer, Duration forStream, MinimumRate ofBody, MinimumRate ofAnswer) {

    /**
     * A minimum rate.
     *
     * @param rate in bytes per second
     * @param rest how long nothing may move
     */
    record MinimumRate(long rate, Duration rest) {}

    static ProxyTimeouts of(GatewayConfig config) {
        return new ProxyTimeouts(
                config.upstream().responseTimeout(),
                config.upstream().idleTimeout(),
                new MinimumRate(
                        config.clients().minimumBodyRate().asLongValue(),
                        config.clients().bodyRest()),
                new MinimumRate(
                        config.clients().minimumAnswerRate().asLongValue(),
                        config.upstream().idleTimeout()));
    }
}
