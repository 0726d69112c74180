package io.parvis.eventing.store;

import com.fasterxml.jackson.databind.ObjectReader;
import io.parvis.eventing.event.EventJson;
import io.parvis.eventing.event.UpcasterChain;
import io.vertx.sqlclient.Row;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.axonframework.messaging.core.MessageType;
import org.axonframework.messaging.eventstreaming.Tag;

/**
 * Turns rows of the log into messages, in the newest version of their format. An unreadable row does not fail its
 * page: it becomes a message with a fault, which is thrown when its payload is read.
 */
final class EventRowMapper {

    static final String COLUMNS = "position, id, name, version, payload, metadata, tags, occurred_at, recorded_at";

    /** The same of a row that says in {@code known} which event it need not tell again. */
    static final String COLUMNS_BUT_A_KNOWN_PAYLOAD =
            COLUMNS.replace("payload", "case when id = known then null else payload end as payload");

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

    /** What an event is called whose own name is none. */
    private static final String NAMELESS = "eventing.Nameless";

    private static final String NO_VERSION = "none";

    private final UpcasterChain upcasters;

    EventRowMapper(UpcasterChain upcasters) {
        this.upcasters = upcasters;
    }

    /** @param row that begins with {@link #COLUMNS} */
    RecordedEvent read(Row row) {
        try {
            return readable(row);
        } catch (RuntimeException | StackOverflowError broken) {
            // Upcasters may throw anything on a payload that they did not expect.
            return unreadable(row, broken);
        }
    }

    /** Whether the event of a row stands where and since when that one does. */
    static boolean isThere(Row row, RecordedEvent event) {
        return row.getLong(POSITION) == event.position()
                && row.getOffsetDateTime(RECORDED_AT).toInstant().equals(event.recordedAt());
    }

    private RecordedEvent readable(Row row) {
        var current = upcasters.current(
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
                tags(row.getArrayOfStrings(TAGS)),
                upcasters.versions(),
                null);
    }

    private RecordedEvent unreadable(Row row, Throwable why) {
        var name = row.getString(NAME);
        long position = row.getLong(POSITION);
        // Null where it is no plain list.
        var texts = row.getArrayOfStrings(TAGS);
        return new RecordedEvent(
                row.getUUID(ID).toString(),
                new MessageType(orElse(name, NAMELESS), orElse(row.getString(VERSION), NO_VERSION)),
                row.getBuffer(PAYLOAD).getBytes(),
                Map.of(),
                row.getOffsetDateTime(OCCURRED_AT).toInstant(),
                position,
                row.getOffsetDateTime(RECORDED_AT).toInstant(),
                tags(
                        texts == null
                                ? new String[0]
                                : Arrays.stream(texts).filter(TagText::isOne).toArray(String[]::new)),
                upcasters.versions(),
                new UnreadableEventException(position, name, why));
    }

    private static String orElse(String text, String otherwise) {
        return text.isBlank() ? otherwise : text;
    }

    private static Set<Tag> tags(String[] texts) {
        return Arrays.stream(texts).map(TagText::parse).collect(Collectors.toUnmodifiableSet());
    }

    private static Map<String, String> metadata(byte[] json) {
        try {
            Map<String, String> metadata = METADATA_READER.readValue(json);
            return Objects.requireNonNull(metadata, "Metadata in the log is null");
        } catch (IOException broken) {
            throw new UncheckedIOException("Metadata in the log is not an object of texts", broken);
        }
    }
}
