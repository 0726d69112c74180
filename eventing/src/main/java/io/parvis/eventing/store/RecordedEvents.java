package io.parvis.eventing.store;

import com.fasterxml.jackson.databind.ObjectReader;
import io.parvis.eventing.event.EventFormats;
import io.parvis.eventing.event.EventJson;
import io.vertx.sqlclient.Row;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Set;
import org.axonframework.messaging.core.MessageType;
import org.axonframework.messaging.eventstreaming.Tag;

/** Turns rows of the log into messages, in the newest version of their format. */
final class RecordedEvents {

    static final String COLUMNS = "position, id, name, version, payload, metadata, tags, occurred_at, recorded_at";

    static final int POSITION = 0;
    static final int ID = 1;
    private static final int NAME = 2;
    private static final int VERSION = 3;
    private static final int PAYLOAD = 4;
    private static final int METADATA = 5;
    private static final int TAGS = 6;
    private static final int OCCURRED_AT = 7;
    private static final int RECORDED_AT = 8;
    private static final ObjectReader METADATA_READER = EventJson.mapper().readerForMapOf(String.class);

    private final EventFormats formats;

    RecordedEvents(EventFormats formats) {
        this.formats = formats;
    }

    /** @param row that begins with {@link #COLUMNS} */
    RecordedEvent read(Row row) {
        var current = formats.current(
                row.getString(NAME),
                row.getString(VERSION),
                row.getBuffer(PAYLOAD).getBytes());
        return new RecordedEvent(
                row.getUUID(ID).toString(),
                new MessageType(current.name(), current.version()),
                current.payload(),
                metadata(row.getBuffer(METADATA).getBytes()),
                row.getOffsetDateTime(OCCURRED_AT).toInstant(),
                row.getLong(POSITION),
                row.getOffsetDateTime(RECORDED_AT).toInstant(),
                tags(row.getArrayOfStrings(TAGS)));
    }

    private static Set<Tag> tags(String[] texts) {
        var tags = new Tag[texts.length];
        for (int i = 0; i < texts.length; i++) {
            tags[i] = TagText.parse(texts[i]);
        }
        return Set.of(tags);
    }

    private static Map<String, String> metadata(byte[] json) {
        try {
            return METADATA_READER.readValue(json);
        } catch (IOException broken) {
            throw new UncheckedIOException("Metadata in the log is not an object of texts", broken);
        }
    }
}
