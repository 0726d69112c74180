package io.parvis.eventing.command;

import io.parvis.eventing.event.EventType;
import io.parvis.eventing.store.PostgresEventStorageEngine;
import io.parvis.eventing.store.RecordedEvent;
import java.time.Clock;
import java.util.ArrayList;
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
import org.axonframework.messaging.eventhandling.GenericEventMessage;
import org.axonframework.messaging.eventhandling.conversion.EventConverter;
import org.axonframework.messaging.eventstreaming.EventCriteria;
import org.jspecify.annotations.Nullable;

/** Runs a {@link Decider} as an Axon command handler: source, fold, decide, append. */
final class Deciding<C, S> implements CommandHandler {

    private static final MessageType RESULT = new MessageType("eventing", "Outcome", "1");

    /** A command and the terms on which it is carried out. */
    record Order<C>(C command, CommandContext context) {}

    private final Decider<C, S> decider;
    private final EventStore store;
    private final EventConverter converter;
    private final Clock clock;

    Deciding(Decider<C, S> decider, EventStore store, EventConverter converter, Clock clock) {
        this.decider = decider;
        this.store = store;
        this.converter = converter;
        this.clock = clock;
    }

    /** What the boundary holds, folded as far as read. */
    private final class Reading {

        private final Boundary boundary;
        private final @Nullable String onceKey;
        private final List<EventMessage> before = new ArrayList<>();
        private S state = decider.initial();
        private long version;

        Reading(Boundary boundary, CommandContext context) {
            this.boundary = boundary;
            this.onceKey =
                    context.onceOnly() == null ? null : context.onceOnly().key();
        }

        Reading take(EventMessage event) {
            var recorded = RecordedEvent.of(event);
            if (onceKey != null && recorded.tags().contains(OnceOnlyTags.tag(onceKey))) {
                before.add(event);
            }
            var type = boundary.classOf(event.type().qualifiedName());
            if (type != null) {
                state = decider.evolve(state, event.payloadAs(type, converter));
                if (boundary.isOfResource(event.type().qualifiedName(), recorded.tags())) {
                    version = recorded.position();
                }
            }
            return this;
        }
    }

    @Override
    @SuppressWarnings("unchecked")
    public MessageStream.Single<CommandResultMessage> handle(CommandMessage message, ProcessingContext processing) {
        var order = (Order<C>) message.payload();
        var boundary = decider.boundary(order.command());
        var transaction = store.transaction(processing);
        var outcome = transaction
                .source(SourcingCondition.conditionFor(criteria(boundary, order.context())))
                .reduce(new Reading(boundary, order.context()), (reading, entry) -> reading.take(entry.message()))
                .thenCompose(reading -> decide(order, reading, transaction, processing));
        return MessageStream.fromFuture(outcome.thenApply(result -> new GenericCommandResultMessage(RESULT, result)));
    }

    private static EventCriteria criteria(Boundary boundary, CommandContext context) {
        return context.onceOnly() == null
                ? boundary.criteria()
                : boundary.criteria()
                        .or(EventCriteria.havingTags(
                                OnceOnlyTags.tag(context.onceOnly().key())));
    }

    private CompletableFuture<PendingOutcome> decide(
            Order<C> order, Reading reading, EventStoreTransaction transaction, ProcessingContext processing) {
        var context = order.context();
        if (!reading.before.isEmpty()) {
            return CompletableFuture.completedFuture(replay(reading.before, context));
        }
        if (context.expectedVersion() != null && context.expectedVersion() != reading.version) {
            throw new VersionMismatch();
        }
        var events = decider.decide(order.command(), reading.state, clock.instant()).stream()
                .<EventMessage>map(
                        event -> new GenericEventMessage(EventType.of(event.getClass()), event, context.metadata()))
                .toList();
        var outcome = new PendingOutcome(events, false, converter);
        if (events.isEmpty()) {
            return store.latestToken(processing).thenApply(head -> {
                outcome.at(head.position().orElse(0));
                return outcome;
            });
        }
        events.forEach(transaction::appendEvent);
        processing.runOnAfterCommit(
                done -> outcome.at(done.getResource(PostgresEventStorageEngine.COMMITTED_POSITION)));
        return CompletableFuture.completedFuture(outcome);
    }

    private PendingOutcome replay(List<EventMessage> before, CommandContext context) {
        var digest = before.getFirst().metadata().get(CommandContext.ONCE_DIGEST);
        if (context.onceOnly() != null && !context.onceOnly().digest().equals(digest)) {
            throw new IdempotencyKeyReused();
        }
        var outcome = new PendingOutcome(before, true, converter);
        outcome.at(RecordedEvent.of(before.getLast()).position());
        return outcome;
    }

    /** The position is known only once the unit of work has committed, after the result was made. */
    static final class PendingOutcome {

        private final List<EventMessage> events;
        private final boolean replayed;
        private final EventConverter converter;
        private volatile long position;

        PendingOutcome(List<EventMessage> events, boolean replayed, EventConverter converter) {
            this.events = events;
            this.replayed = replayed;
            this.converter = converter;
        }

        private void at(long recorded) {
            position = recorded;
        }

        Outcome settled() {
            return new Outcome(events, position, replayed, converter);
        }
    }
}
