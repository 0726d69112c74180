package io.parvis.torture.history;

import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;

/** All that clients did. */
public final class History {

    private final AtomicLong numbers = new AtomicLong();
    private final ConcurrentLinkedQueue<Operation> operations = new ConcurrentLinkedQueue<>();
    private final ConcurrentLinkedQueue<Read> reads = new ConcurrentLinkedQueue<>();
    private final AtomicLong acknowledged = new AtomicLong();
    private final AtomicLong refused = new AtomicLong();
    private final AtomicLong unknown = new AtomicLong();

    public long nextNumber() {
        return numbers.incrementAndGet();
    }

    public void add(Operation operation) {
        operations.add(operation);
        for (var attempt : operation.attempts()) {
            var counter = switch (attempt.outcome()) {
                case RequestOutcome.Acknowledged _ -> acknowledged;
                case RequestOutcome.Refused _ -> refused;
                case RequestOutcome.Unknown _ -> unknown;
            };
            counter.incrementAndGet();
        }
    }

    public void add(Read read) {
        reads.add(read);
    }

    public List<Operation> operations() {
        return List.copyOf(operations);
    }

    public List<Read> reads() {
        return List.copyOf(reads);
    }

    /** Attempts so far, by what came of them. */
    public String counts() {
        return "%,d acknowledged, %,d refused, %,d unknown".formatted(acknowledged.get(), refused.get(), unknown.get());
    }

    public long acknowledgedSoFar() {
        return acknowledged.get();
    }
}
