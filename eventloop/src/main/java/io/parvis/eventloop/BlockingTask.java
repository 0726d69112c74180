package io.parvis.eventloop;

import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A task that blocked an event loop.
 *
 * @param cpu CPU time of the loop's thread, within one check interval
 * @param classesLoaded by any thread meanwhile: if there are some, much of the time was class loading
 * @param stack of the task when it passed the limit
 */
public record BlockingTask(String loop, Duration cpu, long classesLoaded, List<StackTraceElement> stack) {

    private static final int FRAMES = 40;

    static BlockingTask of(Thread loop, long nanos, long classesLoaded, StackTraceElement[] stack) {
        return new BlockingTask(loop.getName(), Duration.ofNanos(nanos), classesLoaded, List.of(stack));
    }

    /** Whether classes were loaded, so that it will be faster next time. */
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
