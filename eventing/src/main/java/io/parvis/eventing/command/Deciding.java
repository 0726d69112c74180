package io.parvis.eventing.command;

import io.parvis.eventing.command.Decided.Verdict;
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
 * Runs an {@link AskingDecider} as an Axon command handler: source, fold, decide, append. Several commands may come together:
 * they are read for at once and decided one after the other, each on what those before it did, and recorded at once.
 */
final class Deciding<C, S, K extends @Nullable Object, N> implements CommandHandler {

    private static final MessageType RESULT = new MessageType("eventing", "Decided", "1");

    /** Never empty; of one kind of command; no key twice. */
    record Orders(List<Order> orders) {}

    private final AskingDecider<C, S, K, N> decider;
    private final EventStore store;
    private final EventConverter converter;
    private final Clock clock;

    Deciding(AskingDecider<C, S, K, N> decider, EventStore store, EventConverter converter, Clock clock) {
        this.decider = decider;
        this.store = store;
        this.converter = converter;
        this.clock = clock;
    }

    @Override
    public MessageStream.Single<CommandResultMessage> handle(CommandMessage message, ProcessingContext processing) {
        var orders = ((Orders) message.payload()).orders();
        var transaction = store.transaction(processing);
        processing.putResource(PostgresEventStorageEngine.LATEST_ONLY, latestOnly(orders));
        var decided = transaction
                .source(SourcingCondition.conditionFor(criteria(orders)))
                .reduce(cases(orders), (cases, entry) -> {
                    var event = RecordedEvent.of(entry.message());
                    cases.forEach(one -> one.take(event));
                    return cases;
                })
                .thenCompose(cases -> decide(cases, transaction, processing));
        return MessageStream.fromFuture(decided.thenApply(result -> new GenericCommandResultMessage(RESULT, result)));
    }

    private List<Case<C, S, K, N>> cases(List<Order> orders) {
        var cases = new ArrayList<Case<C, S, K, N>>(orders.size());
        orders.forEach(order -> cases.add(new Case<>(decider, order, converter)));
        return cases;
    }

    private static EventCriteria criteria(List<Order> orders) {
        return orders.size() == 1
                ? orders.getFirst().criteria()
                : EventCriteria.either(orders.stream().map(Order::criteria).toList());
    }

    private static HashSet<EventCriterion> latestOnly(List<Order> orders) {
        var latest = new HashSet<EventCriterion>();
        orders.forEach(order -> latest.addAll(order.boundary().latestOnly()));
        return latest;
    }

    private CompletableFuture<Decided> decide(
            List<Case<C, S, K, N>> cases, EventStoreTransaction transaction, ProcessingContext processing) {
        var now = clock.instant();
        var life = processing.getResource(PostgresEventStorageEngine.SOURCED_LIFE);
        var toRecord = new ArrayList<EventMessage>();
        for (int i = 0; i < cases.size(); i++) {
            var events = cases.get(i).decide(now, life);
            toRecord.addAll(events);
            cases.subList(i + 1, cases.size()).forEach(later -> later.foresee(events));
        }
        var decided = new Decided(verdicts(cases, toRecord.size()), converter);
        if (toRecord.isEmpty()) {
            decided.at(processing.getResource(PostgresEventStorageEngine.SOURCED_HEAD));
            return CompletableFuture.completedFuture(decided);
        }
        toRecord.forEach(transaction::appendEvent);
        processing.runOnAfterCommit(
                done -> decided.at(done.getResource(PostgresEventStorageEngine.COMMITTED_POSITION)));
        return CompletableFuture.completedFuture(decided);
    }

    private static List<Verdict> verdicts(List<? extends Case<?, ?, ?, ?>> cases, int recorded) {
        var verdicts = new ArrayList<Verdict>(cases.size());
        int behind = recorded;
        for (var one : cases) {
            behind -= one.recorded();
            verdicts.add(one.verdict(behind));
        }
        return verdicts;
    }
}
