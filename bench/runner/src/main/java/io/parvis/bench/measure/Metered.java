package io.parvis.bench.measure;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/** Also notes what an operation costs the processes that take part; the warm-up does not count. */
public final class Metered implements Contender {

    private final Contender contender;
    private final Map<String, CpuTime> processes;
    private final Map<String, Duration> used = new LinkedHashMap<>();
    private long done;
    private boolean warm;

    public Metered(Contender contender, Map<String, CpuTime> processes) {
        this.contender = contender;
        this.processes = processes;
    }

    @Override
    public String name() {
        return contender.name();
    }

    @Override
    public Measurement run(Duration duration) throws InterruptedException {
        var before = new LinkedHashMap<String, Duration>();
        processes.forEach((name, process) -> before.put(name, process.used()));
        var measurement = contender.run(duration);
        if (warm) {
            done += measurement.done();
            processes.forEach(
                    (name, process) -> used.merge(name, process.used().minus(before.get(name)), Duration::plus));
        }
        warm = true;
        return measurement;
    }

    /** Microseconds of processor time per operation. */
    public double microsPerOperation(String process) {
        return used.get(process).toNanos() / 1_000.0 / done;
    }
}
