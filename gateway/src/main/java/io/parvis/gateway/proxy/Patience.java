package io.parvis.gateway.proxy;

import java.time.Duration;

/**
 * How long silence is borne.
 *
 * @param forAnswer while it is the service's turn and it has not begun to answer
 * @param forStream otherwise
 */
record Patience(Duration forAnswer, Duration forStream) {}
