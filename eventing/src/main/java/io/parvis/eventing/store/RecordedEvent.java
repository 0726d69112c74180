package io.parvis.eventing.store;

import io.parvis.eventing.event.KnownVersions;
import io.parvis.eventing.event.NewerEventException;
import java.io.UncheckedIOException;
import java.lang.reflect.Type;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.axonframework.conversion.Converter;
import org.axonframework.messaging.core.GenericMessage;
import org.axonframework.messaging.core.Message;
import org.axonframework.messaging.core.MessageType;
import org.axonframework.messaging.eventhandling.EventMessage;
import org.axonframework.messaging.eventhandling.GenericEventMessage;
import org.axonframework.messaging.eventstreaming.Tag;
import org.jspecify.annotations.Nullable;

/** An event as the store keeps it: its place in the log and the time at which the store recorded it. */
public final class RecordedEvent extends GenericEventMessage {

    private final long position;
    private final Instant recordedAt;
    private final Set<Tag> tags;
    private final int payloadBytes;
    private final KnownVersions versions;
    private final @Nullable UnreadableEventException fault;

    RecordedEvent(
            String id,
            MessageType type,
            byte[] payload,
            Map<String, String> metadata,
            Instant occurredAt,
            long position,
            Instant recordedAt,
            Set<Tag> tags,
            KnownVersions versions,
            @Nullable UnreadableEventException fault) {
        this(
                new GenericMessage(id, type, payload, metadata),
                occurredAt,
                position,
                recordedAt,
                tags,
                payload.length,
                versions,
                fault);
    }

    private RecordedEvent(
            Message message,
            Instant occurredAt,
            long position,
            Instant recordedAt,
            Set<Tag> tags,
            int payloadBytes,
            KnownVersions versions,
            @Nullable UnreadableEventException fault) {
        super(message, occurredAt);
        this.position = position;
        this.recordedAt = recordedAt;
        this.tags = tags;
        this.payloadBytes = payloadBytes;
        this.versions = versions;
        this.fault = fault;
    }

    /** @throws IllegalArgumentException where the event was never read from the store */
    public static RecordedEvent of(EventMessage event) {
        if (event instanceof RecordedEvent recorded) {
            return recorded;
        }
        throw new IllegalArgumentException("Not read from the event store: " + event);
    }

    /** Its place in the log: 1 for the first event, without gaps. */
    public long position() {
        return position;
    }

    /** When the store recorded it, in microseconds; never decreases with the position. */
    public Instant recordedAt() {
        return recordedAt;
    }

    /** What is wrong with it; null where it can be read. Its position, and what can be told of its type and tags, hold. */
    public @Nullable UnreadableEventException fault() {
        return fault;
    }

    /**
     * @throws UnreadableEventException where it cannot be read, or its payload is not of that type
     * @throws NewerEventException where it was written in a version that the type does not know
     */
    @Override
    public <T> T payloadAs(Type type, Converter converter) {
        if (fault != null) {
            throw fault;
        }
        try {
            if (type instanceof Class<?> wanted) {
                versions.check(wanted, type(), position);
            }
            return Objects.requireNonNull(super.payloadAs(type, converter), "The payload is null");
        } catch (UncheckedIOException | NullPointerException | IllegalArgumentException broken) {
            throw new UnreadableEventException(position, type().name(), broken);
        }
    }

    int payloadBytes() {
        return payloadBytes;
    }

    public Set<Tag> tags() {
        return tags;
    }

    /** The value of the tag with that key, the first in the order of the text where there are several. */
    public String tagOr(String key, String otherwise) {
        return RowTags.first(tags.stream(), key, otherwise);
    }
}
