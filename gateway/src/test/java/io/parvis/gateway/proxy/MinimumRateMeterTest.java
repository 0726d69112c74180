package io.parvis.gateway.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class MinimumRateMeterTest {

    private static final long SECOND = 1_000_000_000L;

    private final MinimumRateMeter pace = new MinimumRateMeter(256, Duration.ofSeconds(10), 0);

    @Test
    void endsForAByteEveryTwoSeconds() {
        pace.clientsTurn(true, 0);
        var now = 0L;
        while (pace.left(now) > 0) {
            now += 2 * SECOND;
            pace.moved(1, now);
        }

        assertThat(now).isBetween(10 * SECOND, 12 * SECOND);
    }

    @Test
    void neverEndsForAKilobyteASecond() {
        pace.clientsTurn(true, 0);
        for (var now = SECOND; now < 10_000 * SECOND; now += SECOND) {
            pace.moved(1024, now);

            assertThat(pace.left(now)).isGreaterThan(9 * SECOND);
        }
    }

    @Test
    void spendsNothingWhileTheServiceHoldsTheClientBack() {
        pace.clientsTurn(true, 0);
        pace.clientsTurn(false, SECOND);
        pace.clientsTurn(true, 500 * SECOND);

        assertThat(pace.left(500 * SECOND)).isEqualTo(9 * SECOND);
    }

    @Test
    void letsNobodySaveUpForALongRest() {
        pace.clientsTurn(true, 0);
        pace.moved(1 << 30, SECOND);

        assertThat(pace.left(12 * SECOND)).isLessThanOrEqualTo(0);
    }
}
