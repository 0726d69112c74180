package io.parvis.bench.append;

import io.parvis.eventing.store.PostgresEventStorageEngine;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicLong;
import org.axonframework.eventsourcing.eventstore.AppendCondition;
import org.axonframework.eventsourcing.eventstore.ConsistencyMarker;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine.AppendTransaction;
import org.axonframework.eventsourcing.eventstore.GlobalIndexConsistencyMarker;
import org.axonframework.eventsourcing.eventstore.SourcingCondition;

/** Our engine: appends on a condition, alone and after sourcing what the condition is about. */
final class EngineAppends {

    private final PostgresEventStorageEngine engine;
    private final AtomicLong head = new AtomicLong();

    EngineAppends(PostgresEventStorageEngine engine) {
        this.engine = engine;
    }

    /** On the condition that nothing happened in three boundaries since the newest append that is known. */
    CompletionStage<?> append(int client) {
        return append(UUID.randomUUID().toString(), new GlobalIndexConsistencyMarker(head.get()));
    }

    /** What a command reads before it decides. */
    CompletionStage<?> source(int client) {
        return marker(UUID.randomUUID().toString());
    }

    /** What a command does: reads its three boundaries, then appends on the condition that they have not moved. */
    CompletionStage<?> sourceAndAppend(int client) {
        var fan = UUID.randomUUID().toString();
        return marker(fan).thenCompose(marker -> append(fan, marker));
    }

    private CompletableFuture<ConsistencyMarker> marker(String fan) {
        return engine.source(SourcingCondition.conditionFor(SampleEvents.boundary(fan)), null)
                .reduce(
                        ConsistencyMarker.ORIGIN,
                        (marker, entry) -> entry.containsResource(ConsistencyMarker.RESOURCE_KEY)
                                ? entry.getResource(ConsistencyMarker.RESOURCE_KEY)
                                : marker);
    }

    private CompletableFuture<?> append(String fan, ConsistencyMarker marker) {
        var condition = AppendCondition.withCriteria(SampleEvents.boundary(fan)).withMarker(marker);
        return engine.appendEvents(condition, null, List.of(SampleEvents.tagged(fan)))
                .thenCompose(this::commit);
    }

    @SuppressWarnings("unchecked")
    private CompletableFuture<Long> commit(AppendTransaction<?> prepared) {
        return ((AppendTransaction<Long>) prepared).commit(null).thenApply(position -> {
            head.accumulateAndGet(position, Math::max);
            return position;
        });
    }
}
