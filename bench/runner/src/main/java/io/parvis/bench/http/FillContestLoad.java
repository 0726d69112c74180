package io.parvis.bench.http;

import java.util.concurrent.Phaser;
import java.util.concurrent.atomic.AtomicLong;

/** Load: fans enter a contest with an entry limit until it is full. */
final class FillContestLoad {

    private final EntryLoad entering;
    private final AtomicLong entered = new AtomicLong();
    private final AtomicLong refused = new AtomicLong();
    private final AtomicLong lastNanos = new AtomicLong();
    private long beganNanos;

    FillContestLoad(EntryLoad entering) {
        this.entering = entering;
    }

    /** @throws IllegalStateException where somebody is told something else, or nothing */
    void run() {
        var underWay = new Phaser(1 + entering.clients());
        var wrong = new AtomicLong();
        beganNanos = System.nanoTime();
        for (int client = 0; client < entering.clients(); client++) {
            next(client, underWay, wrong);
        }
        underWay.arriveAndAwaitAdvance();
        if (wrong.get() > 0) {
            throw new IllegalStateException(wrong + " clients were told something else than that it is full");
        }
    }

    private void next(int client, Phaser underWay, AtomicLong wrong) {
        entering.ask(client).onComplete(answer -> {
            if (answer.succeeded() && answer.result().status() == 201) {
                entered.incrementAndGet();
                lastNanos.accumulateAndGet(System.nanoTime(), Math::max);
                next(client, underWay, wrong);
                return;
            }
            if (answer.succeeded() && answer.result().text().contains("contest-is-full")) {
                refused.incrementAndGet();
            } else {
                System.out.println("  " + (answer.succeeded() ? answer.result().text() : answer.cause()));
                wrong.incrementAndGet();
            }
            underWay.arriveAndDeregister();
        });
    }

    long entered() {
        return entered.get();
    }

    long refused() {
        return refused.get();
    }

    double seconds() {
        return (lastNanos.get() - beganNanos) / 1e9;
    }

    double perSecond() {
        return entered() / seconds();
    }
}
