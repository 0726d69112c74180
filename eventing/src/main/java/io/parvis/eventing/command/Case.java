package io.parvis.eventing.command;

import io.parvis.eventing.command.Decided.Verdict;
import io.parvis.eventing.event.EventType;
import io.parvis.eventing.store.RecordedEvent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.axonframework.messaging.eventhandling.EventMessage;
import org.axonframework.messaging.eventhandling.GenericEventMessage;
import org.axonframework.messaging.eventhandling.conversion.EventConverter;
import org.axonframework.messaging.eventstreaming.Tag;
import org.jspecify.annotations.Nullable;

/** One command on its way from what was read to what is decided. */
final class Case<C, S> {

    private static final DeclaredTags DECLARED = new DeclaredTags();

    private final Decider<C, S> decider;
    private final Order order;
    private final EventConverter converter;
    private final @Nullable Tag onceOnly;
    private final List<EventMessage> before = new ArrayList<>();
    private List<EventMessage> events = List.of();
    private S state;
    private long version;
    private @Nullable RuntimeException refusal;

    Case(Decider<C, S> decider, Order order, EventConverter converter) {
        this.decider = decider;
        this.order = order;
        this.converter = converter;
        this.onceOnly = order.onceKey() == null ? null : OnceOnlyTags.tag(order.onceKey());
        this.state = decider.initial();
    }

    void take(RecordedEvent event) {
        if (onceOnly != null && event.tags().contains(onceOnly)) {
            before.add(event);
        }
        var boundary = order.boundary();
        var type = boundary.classOf(event.type().qualifiedName(), event.tags());
        if (type != null) {
            fold(event.payloadAs(type, converter));
            if (boundary.isOfResource(event.type().qualifiedName(), event.tags())) {
                version = event.position();
            }
        }
    }

    /** What commands before it are about to record concerns it as if it stood in the log. */
    void foresee(List<EventMessage> coming) {
        for (var event : coming) {
            if (order.boundary().classOf(event.type().qualifiedName(), DECLARED.resolve(event)) != null) {
                fold(event.payload());
            }
        }
    }

    private void fold(Object event) {
        state = decider.evolve(state, event);
    }

    /** Says what is to be recorded; a refusal is kept for the answer, so that it is nobody else's. */
    @SuppressWarnings("unchecked")
    List<EventMessage> decide(Instant now) {
        if (!before.isEmpty()) {
            refusal = replaysSomethingElse() ? new IdempotencyKeyReused() : null;
            return List.of();
        }
        boolean allowed = conditionHolds();
        if (!allowed && version != Precondition.NOTHING_THERE) {
            refusal = new VersionMismatch();
            return List.of();
        }
        try {
            events = decided((C) order.command(), now);
        } catch (RuntimeException refused) {
            // Of what is not there, that is said first: conditions are about what is (RFC 9110, 13.2.1).
            refusal = refused;
        }
        if (refusal == null && !allowed) {
            refusal = new VersionMismatch();
            events = List.of();
        }
        return events;
    }

    private List<EventMessage> decided(C command, Instant now) {
        var metadata = order.context().metadata();
        return decider.decide(command, state, now).stream()
                .<EventMessage>map(event -> new GenericEventMessage(EventType.of(event.getClass()), event, metadata))
                .toList();
    }

    private boolean conditionHolds() {
        var condition = order.context().precondition();
        return condition == null || condition.holdsFor(version);
    }

    private boolean replaysSomethingElse() {
        var digest = before.getFirst().metadata().get(CommandContext.ONCE_DIGEST);
        return order.context().onceOnly() != null
                && !order.context().onceOnly().digest().equals(digest);
    }

    int recorded() {
        return events.size();
    }

    Verdict verdict(int behind) {
        return before.isEmpty()
                ? new Verdict(events, behind, null, refusal)
                : new Verdict(before, 0, RecordedEvent.of(before.getLast()).position(), refusal);
    }
}
