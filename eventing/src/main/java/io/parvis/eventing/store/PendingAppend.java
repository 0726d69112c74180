package io.parvis.eventing.store;

import com.fasterxml.jackson.core.JsonFactory;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.axonframework.eventsourcing.eventstore.AppendCondition;
import org.axonframework.eventsourcing.eventstore.ConsistencyMarker;
import org.axonframework.eventsourcing.eventstore.GlobalIndexConsistencyMarker;
import org.axonframework.eventsourcing.eventstore.TaggedEventMessage;
import org.axonframework.messaging.eventhandling.conversion.EventConverter;

/**
 * One append that waits for its turn, in the form that the database takes. Everything that could be wrong with it is
 * found here, so that it cannot spoil the batch it travels in.
 */
record PendingAppend(
        List<Event> events,
        List<Criterion> criteria,
        LogPosition decidedOn,
        int bytes,
        CompletableFuture<Long> outcome,
        StoreTiming.Appending timing) {

    private static final JsonFactory JSON = new JsonFactory();
    private static final int USUAL_METADATA = 256;

    record Event(
            UUID id,
            String name,
            String version,
            byte[] payload,
            byte[] metadata,
            String tags,
            OffsetDateTime occurredAt) {}

    /** @param after the position up to which the decider had seen everything; -1 checks the whole log */
    record Criterion(long after, String tags, String types) {}

    static PendingAppend of(AppendCondition condition, List<TaggedEventMessage<?>> events, EventConverter converter) {
        var rows = events.stream().map(event -> row(event, converter)).toList();
        int bytes = rows.stream()
                .mapToInt(row -> row.payload.length + row.metadata.length)
                .sum();
        return new PendingAppend(
                rows,
                criteria(condition),
                decidedOn(condition),
                bytes,
                new CompletableFuture<>(),
                new StoreTiming.Appending());
    }

    private static Event row(TaggedEventMessage<?> tagged, EventConverter converter) {
        var event = tagged.event();
        return new Event(
                UUID.fromString(event.identifier()),
                event.type().name(),
                event.type().version(),
                event.payloadAs(byte[].class, converter),
                json(event.metadata()),
                TagText.arrayLiteral(List.of(TagText.leadingFirst(tagged.tags()))),
                event.timestamp().atOffset(ZoneOffset.UTC));
    }

    private static byte[] json(Map<String, String> metadata) {
        var bytes = new ByteArrayOutputStream(USUAL_METADATA);
        try (var json = JSON.createGenerator(bytes)) {
            json.writeStartObject();
            for (var one : metadata.entrySet()) {
                json.writeStringField(one.getKey(), one.getValue());
            }
            json.writeEndObject();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    /** Only what has criteria depends on what was read. */
    private static LogPosition decidedOn(AppendCondition condition) {
        if (condition.consistencyMarker() instanceof LogConsistencyMarker marker) {
            return marker.place();
        }
        return condition.consistencyMarker() instanceof GlobalIndexConsistencyMarker marker
                ? new LogPosition(GlobalIndexConsistencyMarker.position(marker), null)
                : LogPosition.START;
    }

    private static List<Criterion> criteria(AppendCondition condition) {
        if (condition.consistencyMarker() == ConsistencyMarker.INFINITY) {
            return List.of();
        }
        long after = GlobalIndexConsistencyMarker.position(condition.consistencyMarker());
        if (!condition.criteria().hasCriteria()) {
            return List.of(new Criterion(after, "{}", "{}"));
        }
        return condition.criteria().flatten().stream()
                .map(criterion -> new Criterion(
                        after,
                        TagText.arrayLiteral(List.of(TagText.leadingFirst(criterion.tags()))),
                        TypeNames.arrayLiteral(criterion.types())))
                .toList();
    }
}
