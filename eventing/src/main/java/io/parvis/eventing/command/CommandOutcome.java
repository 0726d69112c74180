package io.parvis.eventing.command;

import io.parvis.eventing.event.EventType;
import java.util.List;
import java.util.Optional;
import org.axonframework.messaging.eventhandling.EventMessage;
import org.axonframework.messaging.eventhandling.conversion.EventConverter;

/**
 * What came of a command.
 *
 * @param events those recorded, now or (where replayed) the first time; a {@link NothingChanged} where nothing was to be
 *     recorded
 * @param position a place in the log by which the effect is in; the head where nothing was to be recorded
 * @param replayed true where the same idempotency key had had its effect before
 */
public record CommandOutcome(List<EventMessage> events, long position, boolean replayed, EventConverter converter)
        implements Reply {

    public boolean has(Class<?> type) {
        return of(type).isPresent();
    }

    /** Whether everything was left as it was. */
    public boolean changedNothing() {
        return has(NothingChanged.class);
    }

    /** @throws IllegalStateException where no such event came of it */
    public <E> E event(Class<E> type) {
        return of(type).map(event -> event.payloadAs(type, converter))
                .orElseThrow(() -> new IllegalStateException("The command recorded no " + type.getSimpleName()));
    }

    private Optional<EventMessage> of(Class<?> type) {
        var name = EventType.of(type).qualifiedName();
        return events.stream()
                .filter(event -> event.type().qualifiedName().equals(name))
                .findFirst();
    }
}
