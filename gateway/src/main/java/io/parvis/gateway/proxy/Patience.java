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
record Patience(Duration forAnswer, Duration forStream, LeastPace ofBody, LeastPace ofAnswer) {

    /**
     * The slowest pace.
     *
     * @param rate in bytes per second
     * @param rest how long nothing may move
     */
    record LeastPace(long rate, Duration rest) {}

    static Patience of(GatewayConfig config) {
        return new Patience(
                config.upstream().responseTimeout(),
                config.upstream().idleTimeout(),
                new LeastPace(
                        config.clients().minimumBodyRate().asLongValue(),
                        config.clients().bodyRest()),
                new LeastPace(
                        config.clients().minimumAnswerRate().asLongValue(),
                        config.upstream().idleTimeout()));
    }
}
