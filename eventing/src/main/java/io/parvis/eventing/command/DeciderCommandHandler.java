package io.parvis.eventing.command;

import io.parvis.eventing.command.BatchResult.Result;
import io.parvis.eventing.store.PostgresEventStorageEngine;
import io.parvis.eventing.store.RecordedEvent;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.eventsourcing.eventstore.EventStoreTransaction;
import org.axonframework.eventsourcing.eventstore.SourcingCondition;
import org.axonframework.messaging.commandhandling.CommandHandler;
import org.axonframework.messaging.commandhandling.CommandMessage;
import org.axonframework.messaging.commandhandling.CommandResultMessage;
import org.axonframework.messaging.commandhandling.GenericCommandResultMessage;
import org.axonframework.messaging.core.MessageStream;
import org.axonframework.messaging.core.MessageType;
import org.axonframework.messaging.core.unitofwork.ProcessingContext;
import org.axonframework.messaging.eventhandling.EventMessage;
import org.axonframework.messaging.eventhandling.conversion.EventConverter;
import org.axonframework.messaging.eventstreaming.EventCriteria;
import org.axonframework.messaging.eventstreaming.EventCriterion;
import org.jspecify.annotations.Nullable;

/**
 * Runs an {@link DeciderWithNeeds} as an Axon command handler: source, fold, decide, append. A batch of commands is
 * sourced once, decided one after the other, each on the events of those before it, and recorded by one append.
 */
final class DeciderCommandHandler<C, S, K extends @Nullable Object, N> implements CommandHandler {

    private static final MessageType RESULT = new MessageType("eventing", "Decided", "1");

    /** Never empty; commands of one type; no idempotency key twice. */
    record Batch(List<PendingCommand> commands) {}

    private final DeciderWithNeeds<C, S, K, N> decider;
    private final EventStore store;
    private final EventConverter converter;
    private final Clock clock;

    DeciderCommandHandler(
            DeciderWithNeeds<C, S, K, N> decider, EventStore store, EventConverter converter, Clock clock) {
        this.decider = decider;
        this.store = store;
        this.converter = converter;
        this.clock = clock;
    }

    @Override
    public MessageStream.Single<CommandResultMessage> handle(CommandMessage message, ProcessingContext processing) {
        var batch = ((Batch) message.payload()).commands();
        var transaction = store.transaction(processing);
        processing.putResource(PostgresEventStorageEngine.LATEST_ONLY, latestOnly(batch));
        var decided = transaction
                .source(SourcingCondition.conditionFor(criteria(batch)))
                .reduce(executions(batch), (executions, entry) -> {
                    var event = RecordedEvent.of(entry.message());
                    executions.forEach(one -> one.take(event));
                    return executions;
                })
                .thenCompose(executions -> decide(executions, transaction, processing));
        return MessageStream.fromFuture(decided.thenApply(result -> new GenericCommandResultMessage(RESULT, result)));
    }

    private List<CommandExecution<C, S, K, N>> executions(List<PendingCommand> batch) {
        var executions = new ArrayList<CommandExecution<C, S, K, N>>(batch.size());
        batch.forEach(pending -> executions.add(new CommandExecution<>(decider, pending, converter)));
        return executions;
    }

    private static EventCriteria criteria(List<PendingCommand> batch) {
        return batch.size() == 1
                ? batch.getFirst().criteria()
                : EventCriteria.either(
                        batch.stream().map(PendingCommand::criteria).toList());
    }

    private static HashSet<EventCriterion> latestOnly(List<PendingCommand> batch) {
        var latest = new HashSet<EventCriterion>();
        batch.forEach(pending -> latest.addAll(pending.boundary().latestOnly()));
        return latest;
    }

    private CompletableFuture<BatchResult> decide(
            List<CommandExecution<C, S, K, N>> executions,
            EventStoreTransaction transaction,
            ProcessingContext processing) {
        var now = clock.instant();
        var life = processing.getResource(PostgresEventStorageEngine.SOURCED_LIFE);
        var toRecord = new ArrayList<EventMessage>();
        for (int i = 0; i < executions.size(); i++) {
            var events = executions.get(i).decide(now, life);
            toRecord.addAll(events);
            executions.subList(i + 1, executions.size()).forEach(later -> later.foldPending(events));
        }
        var decided = new BatchResult(results(executions, toRecord.size()), converter);
        if (toRecord.isEmpty()) {
            decided.at(processing.getResource(PostgresEventStorageEngine.SOURCED_HEAD));
            return CompletableFuture.completedFuture(decided);
        }
        toRecord.forEach(transaction::appendEvent);
        processing.runOnAfterCommit(
                done -> decided.at(done.getResource(PostgresEventStorageEngine.COMMITTED_POSITION)));
        return CompletableFuture.completedFuture(decided);
    }

    private static List<Result> results(List<? extends CommandExecution<?, ?, ?, ?>> executions, int recorded) {
        var results = new ArrayList<Result>(executions.size());
        int behind = recorded;
        for (var one : executions) {
            behind -= one.recorded();
            results.add(one.result(behind));
        }
        return results;
    }
}
