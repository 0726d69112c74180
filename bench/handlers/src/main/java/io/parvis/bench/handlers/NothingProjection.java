package io.parvis.bench.handlers;

import io.parvis.eventing.projection.Projection;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.axonframework.messaging.eventhandling.annotation.EventHandler;

/** Does nothing with entries, except to tell whoever waits for one that it was here. */
@Singleton
class NothingProjection implements Projection {

    private final ConcurrentMap<String, CompletableFuture<Long>> awaited = new ConcurrentHashMap<>();

    @Override
    public String name() {
        return "bench.nothing";
    }

    @Override
    public String sequencedBy() {
        return "entry";
    }

    /** When, by {@link System#nanoTime()}, the entry comes to the handler. */
    CompletableFuture<Long> arrivalOf(String entryId) {
        return awaited.computeIfAbsent(entryId, absent -> new CompletableFuture<>());
    }

    @EventHandler
    Uni<Void> on(Entered event) {
        var waiting = awaited.remove(event.entryId());
        if (waiting != null) {
            waiting.complete(System.nanoTime());
        }
        return Uni.createFrom().voidItem();
    }
}
