package io.parvis.eventing.projection;

import io.parvis.eventing.command.Commands;
import io.parvis.eventing.event.NewerEventException;
import io.parvis.eventing.projection.DeadLetterQueue.HandlingFailed;
import io.parvis.eventing.projection.DeadLetterQueue.KnownFailures;
import io.parvis.eventing.store.RecordedEvent;
import io.parvis.eventing.store.UnreadableEventException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import org.axonframework.common.FutureUtils;
import org.axonframework.messaging.core.Context.ResourceKey;
import org.axonframework.messaging.core.Message;
import org.axonframework.messaging.core.MessageStream;
import org.axonframework.messaging.core.QualifiedName;
import org.axonframework.messaging.core.unitofwork.ProcessingContext;
import org.axonframework.messaging.eventhandling.EventHandlingComponent;
import org.axonframework.messaging.eventhandling.EventMessage;
import org.axonframework.messaging.eventhandling.SimpleEventHandlingComponent;
import org.axonframework.messaging.eventhandling.conversion.EventConverter;
import org.axonframework.messaging.eventhandling.processing.streaming.segmenting.Segment;
import org.hibernate.reactive.mutiny.Mutiny;

/** A projection or automation as Axon sees it: its events, their sequence, and their handling in the transaction. */
final class StreamComponent {

    /** Of events without the tag that orders the others. */
    static final String NO_SEQUENCE = "-";

    private static final ResourceKey<CompletableFuture<KnownFailures>> KNOWN = ResourceKey.withLabel("known troubles");
    private static final ResourceKey<AutomationBatch> BATCH = ResourceKey.withLabel("effects");

    private final StreamHandler handler;
    private final Map<QualifiedName, HandlerMethod> methods = new HashMap<>();
    private final ViewVersions versions;
    private final EventConverter converter;
    private final ViewTokenStore tokens;
    private final DeadLetterQueue deadLetters;
    private final Commands commands;
    private final Progress progress;
    private final AutomationBatch.Tools tools;
    private final Set<AutomationBatch> underWay = ConcurrentHashMap.newKeySet();
    private volatile boolean stopping;

    StreamComponent(
            StreamHandler handler,
            EventConverter converter,
            AutomationBatch.Tools tools,
            Commands commands,
            Progress progress) {
        this.handler = handler;
        this.converter = converter;
        this.tools = tools;
        this.tokens = tools.tokens();
        this.deadLetters = tools.deadLetters();
        this.commands = commands;
        this.progress = progress;
        this.versions = new ViewVersions(handler);
        for (var method : HandlerMethod.of(handler)) {
            if (handler instanceof Automation && method.parameters().contains(Mutiny.Session.class)) {
                throw new IllegalStateException(handler.name() + " asks for a session: automations have none");
            }
            if (methods.put(method.eventName(), method) != null) {
                throw new IllegalStateException(handler.name() + " handles " + method.eventName() + " twice");
            }
        }
    }

    Set<QualifiedName> events() {
        var events = new HashSet<>(methods.keySet());
        events.addAll(versions.events());
        return events;
    }

    EventHandlingComponent toAxon() {
        return new SimpleEventHandlingComponent((event, context) -> Optional.of(new SequenceHash(sequenceOf(event))))
                .subscribe(events(), this::handle);
    }

    /** A text, whose hash is the same in every process: Axon's default is not, and views would be corrupted. */
    String sequenceOf(EventMessage event) {
        return RecordedEvent.of(event).tagOr(handler.sequencedBy(), NO_SEQUENCE);
    }

    /**
     * Says which segment an event belongs to, by its hash, and is equal to no other. Axon would hold an event back until
     * those before it in its sequence are done, and yet may end the batch before it is begun: the view would lose it.
     * So all of a batch are begun at once, and the transaction does them one after the other, in the log's order.
     */
    private static final class SequenceHash {

        private final int hash;

        SequenceHash(String sequence) {
            this.hash = sequence.hashCode();
        }

        @Override
        public int hashCode() {
            return hash;
        }

        @Override
        public boolean equals(Object other) {
            return this == other;
        }
    }

    private MessageStream.Empty<Message> handle(EventMessage message, ProcessingContext processing) {
        var event = RecordedEvent.of(message);
        var done =
                handler instanceof Automation ? batch(event, processing).add(event) : inTransaction(event, processing);
        return MessageStream.<Message>fromFuture(done.thenApply(nothing -> null))
                .ignoreEntries();
    }

    private AutomationBatch batch(RecordedEvent first, ProcessingContext processing) {
        return processing.computeResourceIfAbsent(BATCH, () -> {
            int segment = processing.getResource(Segment.RESOURCE_KEY).getSegmentId();
            var batch = new AutomationBatch(
                    tools, handler.name(), segment, first.position(), this::sequenceOf, this::effectOf);
            underWay.add(batch);
            if (stopping) {
                batch.cancel();
            }
            processing.onPostInvocation(invoked -> batch.settle(ViewTransaction.in(invoked)));
            processing.doFinally(ended -> underWay.remove(batch));
            return batch;
        });
    }

    /** Ends the effects that are under way, and has no more of them. */
    void cancel() {
        stopping = true;
        underWay.forEach(AutomationBatch::cancel);
    }

    private CompletableFuture<?> inTransaction(RecordedEvent event, ProcessingContext processing) {
        var transaction = ViewTransaction.in(processing);
        int segment = processing.getResource(Segment.RESOURCE_KEY).getSegmentId();
        var known = processing.computeResourceIfAbsent(
                KNOWN, () -> transaction.run(session -> begin(session, segment, event.position())));
        // What is known is known by then: the transaction does one thing after the other.
        return transaction.run(session -> handleOrPark(session, segment, event, known.join()));
    }

    /** Holding the segment's row from here on keeps the batch, a takeover and an operator's retry apart. */
    private CompletionStage<KnownFailures> begin(Mutiny.Session session, int segment, long first) {
        return tokens.confirmClaim(session, handler.name(), segment, first)
                .thenCompose(rows -> rows == 1
                        ? deadLetters.known(session, handler.name(), segment)
                        : CompletableFuture.failedFuture(tokens.notClaimed(handler.name(), segment)));
    }

    private CompletionStage<?> handleOrPark(
            Mutiny.Session session, int segment, RecordedEvent event, KnownFailures known) {
        var sequence = sequenceOf(event);
        var reason = known.whyParked(event.position(), sequence);
        if (reason != null) {
            return deadLetters.park(session, handler.name(), segment, event, sequence, reason);
        }
        CompletionStage<?> handled;
        try {
            handled = handleNow(session, event);
        } catch (UnreadableEventException broken) {
            // No handler has begun, and no later try would read it better.
            known.parkedSequences().add(sequence);
            return deadLetters.park(
                    session, handler.name(), segment, event, sequence, String.valueOf(broken.getMessage()));
        } catch (NewerEventException newer) {
            return CompletableFuture.failedFuture(named(event, newer));
        }
        CompletionStage<?> flushed =
                known.careful() ? handled.thenCompose(ok -> session.flush().subscribeAsCompletionStage()) : handled;
        CompletionStage<?> done = known.isSettledBy(event.position())
                ? flushed.thenCompose(ok -> deadLetters.forget(session, handler.name(), segment, event.position()))
                : flushed;
        return done.exceptionallyCompose(failure -> CompletableFuture.failedFuture(named(event, failure)));
    }

    CompletionStage<?> handleNow(Mutiny.Session session, RecordedEvent event) {
        var method = methods.get(event.type().qualifiedName());
        return method == null
                ? versions.keep(event, converter, session)
                : method.call(event, converter, session, null)
                        .thenCompose(done -> versions.keep(event, converter, session));
    }

    /** What an automation does with an event; to be cancelled where nobody waits for it any more. */
    CompletableFuture<?> effectOf(RecordedEvent event) {
        var reaction =
                new Reaction(handler.name(), event, commands, position -> progress.effectAt(handler.name(), position));
        return methods.get(event.type().qualifiedName())
                .call(event, converter, null, reaction)
                .toCompletableFuture();
    }

    private static HandlingFailed named(RecordedEvent event, Throwable failure) {
        var cause = FutureUtils.unwrap(failure);
        return new HandlingFailed(event.position(), cause);
    }
}
