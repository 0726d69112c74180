package io.parvis.eventing.store;

import io.parvis.eventing.event.EventFormats;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Row;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.axonframework.messaging.core.MessageType;

/** Turns rows of the log into messages, in the newest version of their format. */
final class RecordedEvents {

    static final String COLUMNS = "position, id, name, version, payload, metadata, tags, occurred_at, recorded_at";

    private final EventFormats formats;

    RecordedEvents(EventFormats formats) {
        this.formats = formats;
    }

    RecordedEvent read(Row row) {
        var current = formats.current(
                row.getString("name"),
                row.getString("version"),
                row.getBuffer("payload").getBytes());
        return new RecordedEvent(
                row.getUUID("id").toString(),
                new MessageType(current.name(), current.version()),
                current.payload(),
                metadata(row),
                row.getOffsetDateTime("occurred_at").toInstant(),
                row.getLong("position"),
                row.getOffsetDateTime("recorded_at").toInstant(),
                Arrays.stream(row.getArrayOfStrings("tags"))
                        .map(TagText::parse)
                        .collect(Collectors.toUnmodifiableSet()));
    }

    private static Map<String, String> metadata(Row row) {
        var metadata = new HashMap<String, String>();
        new JsonObject(row.getBuffer("metadata"))
                .forEach(entry -> metadata.put(entry.getKey(), (String) entry.getValue()));
        return metadata;
    }
}
