package io.parvis.eventing.command;

import io.parvis.eventing.command.BatchResult.Result;
import io.parvis.eventing.event.EventType;
import io.parvis.eventing.store.AnotherLifeException;
import io.parvis.eventing.store.RecordedEvent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.axonframework.messaging.eventhandling.EventMessage;
import org.axonframework.messaging.eventhandling.GenericEventMessage;
import org.axonframework.messaging.eventhandling.conversion.EventConverter;
import org.jspecify.annotations.Nullable;

/** One execution of a command: collects the events of its boundary, decides, and holds the result. */
final class CommandExecution<C, S, K extends @Nullable Object, N> {

    private static final DeclaredTags DECLARED = new DeclaredTags();

    private final DeciderWithNeeds<C, S, K, N> decider;
    private final PendingCommand pending;
    private final EventConverter converter;
    private final List<RecordedEvent> before = new ArrayList<>();
    private List<EventMessage> events = List.of();
    private List<EventMessage> recorded = List.of();
    private S state;
    private long version;
    private @Nullable RuntimeException unreadable;
    private @Nullable RuntimeException refusal;
    private @Nullable N need;

    @SuppressWarnings("unchecked")
    CommandExecution(DeciderWithNeeds<C, S, K, N> decider, PendingCommand pending, EventConverter converter) {
        this.decider = decider;
        this.pending = pending;
        this.converter = converter;
        this.state = decider.initial((C) pending.command());
    }

    void take(RecordedEvent event) {
        if (pending.wasRecordedAs(event.tags())) {
            before.add(event);
        }
        var boundary = pending.boundary();
        var type = boundary.classOf(event.type().qualifiedName(), event.tags());
        if (type != null) {
            read(event, type);
        }
    }

    /** An event that its decider cannot read fails this command, and no other of the batch. */
    private void read(RecordedEvent event, Class<?> type) {
        guarded(() -> {
            var payload = event.payloadAs(type, converter);
            fold(payload);
            if (pending.boundary().isOfResource(payload, event.tags())) {
                version = Math.max(version, event.position());
            }
        });
    }

    private void guarded(Runnable folding) {
        try {
            folding.run();
        } catch (RuntimeException broken) {
            unreadable = unreadable == null ? broken : unreadable;
        }
    }

    /** Folds what commands before it in the batch are about to record, as if it stood in the log already. */
    void foldPending(List<EventMessage> coming) {
        for (var event : coming) {
            if (pending.boundary().classOf(event.type().qualifiedName(), DECLARED.resolve(event)) != null) {
                guarded(() -> fold(event.payload()));
            }
        }
    }

    private void fold(Object event) {
        state = decider.evolve(state, event);
    }

    /**
     * Decides what to record. A refusal, or a need, is kept in the result of this command.
     *
     * @param life of the store, in which was read what it is decided on
     */
    List<EventMessage> decide(Instant now, UUID life) {
        if (!before.isEmpty()) {
            refusal = whyNotReplayed(before.getFirst());
            return List.of();
        }
        if (unreadable != null) {
            refusal = unreadable;
            return List.of();
        }
        var condition = pending.context().precondition();
        if (condition != null && !condition.isOf(life)) {
            // The log lost events while it waited: another event may stand at the position that it names.
            refusal = new AnotherLifeException("What the request names is of another life of the store");
            return List.of();
        }
        boolean allowed = condition == null || condition.holdsFor(version);
        if (!allowed && version != Precondition.NOTHING_THERE) {
            refusal = new VersionMismatch();
            return List.of();
        }
        try {
            judge(pending.context().timeOf(now));
        } catch (RuntimeException refused) {
            // Of what is not there, that is said first: conditions are about what is (RFC 9110, 13.2.1).
            refusal = refused;
        }
        if (refusal == null && need == null && !allowed) {
            refusal = new VersionMismatch();
            recorded = List.of();
        }
        return recorded;
    }

    @SuppressWarnings("unchecked")
    private void judge(Instant now) {
        switch (decider.decide((C) pending.command(), state, (K) pending.known(), now)) {
            case Decision.Events<N>(var said) -> decided(said);
            case Decision.Needs<N>(var needed) -> need = needed;
        }
    }

    /** A result is recorded for retries under the same idempotency key; without a key there are none. */
    private void decided(List<?> said) {
        var metadata = pending.context().metadata();
        boolean nothing = said.isEmpty() || said.getFirst() instanceof NothingChanged;
        events = (said.isEmpty() ? List.of(NothingChanged.UNNAMED) : said)
                .stream()
                        .<EventMessage>map(
                                event -> new GenericEventMessage(EventType.of(event.getClass()), event, metadata))
                        .toList();
        recorded = nothing && !pending.keepsItsAnswer() ? List.of() : events;
    }

    private @Nullable RuntimeException whyNotReplayed(RecordedEvent first) {
        var fault = first.fault();
        return fault == null && !pending.askedTheSame(first) ? new IdempotencyKeyReused() : fault;
    }

    int recorded() {
        return recorded.size();
    }

    Result result(int behind) {
        return before.isEmpty()
                ? new Result(events, behind, null, refusal, need)
                : new Result(List.copyOf(before), 0, before.getLast().position(), refusal, null);
    }
}
