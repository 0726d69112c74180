package io.parvis.gateway.proxy;

import io.parvis.gateway.GatewayConfig;
import java.time.Duration;

/**
 * How long silence is borne, and how slowly a body may come and an answer may be taken.
 *
 * @param forAnswer while it is the service's turn and it has not begun to answer
 * @param forStream otherwise
 * @param ofBody while the client could send
 * @param ofAnswer while the client could take
 */
record ProxyTimeouts(Duration forAnswer, Duration forStream, MinimumRate ofBody, MinimumRate ofAnswer) {

    /**
     * The slowest pace.
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
