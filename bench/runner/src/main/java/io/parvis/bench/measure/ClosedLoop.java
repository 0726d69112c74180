package io.parvis.bench.measure;

import java.time.Duration;
import java.util.concurrent.CompletionStage;
import java.util.function.IntFunction;

/** A number of clients, each of which begins its next operation when the last one has ended. */
public final class ClosedLoop implements Contender {

    private final String name;
    private final int clients;
    private final IntFunction<? extends CompletionStage<?>> once;

    /** @param once one operation of the client with that number; must complete on another thread */
    public ClosedLoop(String name, int clients, IntFunction<? extends CompletionStage<?>> once) {
        this.name = name;
        this.clients = clients;
        this.once = once;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Measurement run(Duration duration) {
        var tally = new RunCounter(name, clients);
        long deadline = System.nanoTime() + duration.toNanos();
        for (int client = 0; client < clients; client++) {
            next(client, tally, deadline);
        }
        return tally.awaitAll();
    }

    private void next(int client, RunCounter tally, long deadline) {
        long began = System.nanoTime();
        if (began > deadline) {
            tally.leave();
            return;
        }
        once.apply(client).whenComplete((done, failure) -> {
            tally.ended(began, failure);
            next(client, tally, deadline);
        });
    }
}
