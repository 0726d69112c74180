package io.parvis.bench.measure;

import java.time.Duration;
import java.util.stream.Stream;

/** Processor time of a process, with or without its children, in user and kernel mode. */
public record CpuTime(long pid, boolean withChildren) {

    public Duration used() {
        return ProcessHandle.of(pid).stream()
                .flatMap(root -> withChildren ? Stream.concat(Stream.of(root), root.descendants()) : Stream.of(root))
                .flatMap(process -> process.info().totalCpuDuration().stream())
                .reduce(Duration.ZERO, Duration::plus);
    }
}
