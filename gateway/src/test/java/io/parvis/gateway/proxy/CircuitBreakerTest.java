package io.parvis.gateway.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class CircuitBreakerTest {

    private long now = Long.MAX_VALUE - 10;
    private final CircuitBreaker circuit = new CircuitBreaker(2, Duration.ofNanos(100), () -> now);

    @Test
    void staysClosedWhileAnswersComeBetweenFailures() {
        circuit.failed();
        circuit.answered();
        circuit.failed();

        assertThat(circuit.allows()).isTrue();
    }

    @Test
    void opensAfterFailuresInARow() {
        circuit.failed();
        circuit.failed();

        assertThat(circuit.allows()).isFalse();
    }

    @Test
    void letsOneTryOncePerPeriod() {
        circuit.failed();
        circuit.failed();
        now += 100;

        assertThat(circuit.allows()).isTrue();
        assertThat(circuit.allows()).isFalse();
        now += 100;
        assertThat(circuit.allows()).isTrue();
    }

    @Test
    void closesWithTheFirstAnswer() {
        circuit.failed();
        circuit.failed();
        now += 100;

        circuit.answered();

        assertThat(circuit.allows()).isTrue();
        assertThat(circuit.allows()).isTrue();
    }
}
