package io.parvis.launcher.process;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/** How long to wait before starting again what died, and when to stop trying. Not safe for several threads. */
final class RestartPolicy {

    static final int CRASHES_ALLOWED = 10;
    private static final Duration WINDOW = Duration.ofMinutes(1);
    private static final Duration FIRST_DELAY = Duration.ofMillis(200);
    private static final Duration LONGEST_DELAY = Duration.ofSeconds(5);
    /** What has run this long was not brought down by its start. */
    private static final Duration STABLE = Duration.ofSeconds(20);

    private final Deque<Instant> crashes = new ArrayDeque<>();
    private Duration nextDelay = FIRST_DELAY;

    /** The delay, doubling from crash to crash; empty after {@value #CRASHES_ALLOWED} crashes in a minute. */
    Optional<Duration> afterCrash(Instant now, Duration uptime) {
        crashes.addLast(now);
        crashes.removeIf(crash -> crash.isBefore(now.minus(WINDOW)));
        if (crashes.size() >= CRASHES_ALLOWED) {
            return Optional.empty();
        }
        var delay = uptime.compareTo(STABLE) >= 0 ? FIRST_DELAY : nextDelay;
        nextDelay = min(delay.multipliedBy(2), LONGEST_DELAY);
        return Optional.of(delay);
    }

    private static Duration min(Duration a, Duration b) {
        return a.compareTo(b) <= 0 ? a : b;
    }
}
