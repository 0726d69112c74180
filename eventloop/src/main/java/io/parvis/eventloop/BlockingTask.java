package io.parvis.eventloop;

import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;

/**
 * One task that held an event loop.
 *
 * @param cpu of the loop's thread, within the time between two looks
 * @param classesLoaded meanwhile, by anybody: where there are some, much of the time went into a first time
 * @param stack where the task was when it had held the loop for too long
 */
public record BlockingTask(String loop, Duration cpu, long classesLoaded, List<StackTraceElement> stack) {

    private static final int FRAMES = 40;

    static BlockingTask of(Thread loop, long nanos, long classesLoaded, StackTraceElement[] stack) {
        return new BlockingTask(loop.getName(), Duration.ofNanos(nanos), classesLoaded, List.of(stack));
    }

    /** Whether code was met for the first time, which will not be as slow again. */
    public boolean isWarmingUp() {
        return classesLoaded > 0;
    }

    @Override
    public String toString() {
        return "%s was held for %d ms of CPU time (%d classes were loaded) by%n%s"
                .formatted(
                        loop,
                        cpu.toMillis(),
                        classesLoaded,
                        stack.stream()
                                .limit(FRAMES)
                                .map(frame -> "\tat " + frame)
                                .collect(Collectors.joining(System.lineSeparator())));
    }
}
