package io.parvis.eventing.store;

import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.axonframework.messaging.core.GenericMessage;
import org.axonframework.messaging.core.Message;
import org.axonframework.messaging.core.MessageType;
import org.axonframework.messaging.eventhandling.EventMessage;
import org.axonframework.messaging.eventhandling.GenericEventMessage;
import org.axonframework.messaging.eventstreaming.Tag;

/** An event as the store keeps it: its place in the log and the time at which the store recorded it. */
public final class RecordedEvent extends GenericEventMessage {

    private final long position;
    private final Instant recordedAt;
    private final Set<Tag> tags;
    private final int payloadBytes;

    RecordedEvent(
            String id,
            MessageType type,
            byte[] payload,
            Map<String, String> metadata,
            Instant occurredAt,
            long position,
            Instant recordedAt,
            Set<Tag> tags) {
        this(new GenericMessage(id, type, payload, metadata), occurredAt, position, recordedAt, tags, payload.length);
    }

    private RecordedEvent(
            Message message, Instant occurredAt, long position, Instant recordedAt, Set<Tag> tags, int payloadBytes) {
        super(message, occurredAt);
        this.position = position;
        this.recordedAt = recordedAt;
        this.tags = tags;
        this.payloadBytes = payloadBytes;
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

    int payloadBytes() {
        return payloadBytes;
    }

    public Set<Tag> tags() {
        return tags;
    }

    /** The value of the tag with that key, the first in the order of the text where there are several. */
    public String tagOr(String key, String otherwise) {
        String first = null;
        for (var tag : tags) {
            if (tag.key().equals(key) && (first == null || tag.value().compareTo(first) < 0)) {
                first = tag.value();
            }
        }
        return first == null ? otherwise : first;
    }
}
