package io.parvis.launcher.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RestartPolicyTest {

    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
    private static final Duration AT_ONCE = Duration.ZERO;

    private final RestartPolicy policy = new RestartPolicy();

    @Test
    void waitsLongerFromCrashToCrashAndFiveSecondsAtMost() {
        var delays = IntStream.range(0, 7)
                .mapToObj(crash -> policy.afterCrash(NOW, AT_ONCE).orElseThrow().toMillis())
                .toList();

        assertThat(delays).containsExactly(200L, 400L, 800L, 1600L, 3200L, 5000L, 5000L);
    }

    @Test
    void forgetsTheDelayOfWhatHasRunForAWhile() {
        assertThat(policy.afterCrash(NOW, AT_ONCE)).contains(Duration.ofMillis(200));
        assertThat(policy.afterCrash(NOW, AT_ONCE)).contains(Duration.ofMillis(400));

        assertThat(policy.afterCrash(NOW, Duration.ofMinutes(5))).contains(Duration.ofMillis(200));
    }

    @Test
    void givesUpAfterTenCrashesInAMinute() {
        IntStream.range(0, 9)
                .forEach(crash -> assertThat(policy.afterCrash(NOW.plusSeconds(crash), AT_ONCE))
                        .isPresent());

        assertThat(policy.afterCrash(NOW.plusSeconds(9), AT_ONCE)).isEqualTo(Optional.empty());
    }

    @Test
    void doesNotCountCrashesOfLongAgo() {
        IntStream.range(0, 9)
                .forEach(crash -> assertThat(policy.afterCrash(NOW.plusSeconds(crash), AT_ONCE))
                        .isPresent());

        assertThat(policy.afterCrash(NOW.plusSeconds(120), AT_ONCE)).isPresent();
    }
}
