package io.parvis.eventing.store;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.vertx.sqlclient.Row;
import java.util.UUID;

/**
 * Events that decisions read again and again (a contest's rules, at every entry) are turned from rows into objects once.
 * What is remembered is what never changes; whether an event belongs to a boundary, the database says every time.
 */
final class RememberedEvents {

    private static final int BYTES_BESIDE_PAYLOAD = 500;

    private final RecordedEvents reader;
    private final Cache<Long, Remembered> remembered;

    /** @param id in another life of the store another event stands there, or the same one was recorded at another time */
    private record Remembered(UUID id, RecordedEvent event) {}

    RememberedEvents(RecordedEvents reader, long maxBytes) {
        this.reader = reader;
        this.remembered = Caffeine.newBuilder()
                .maximumWeight(maxBytes)
                .weigher((Long position, Remembered one) -> 2 * one.event().payloadBytes() + BYTES_BESIDE_PAYLOAD)
                .build();
    }

    RecordedEvent read(Row row) {
        var position = row.getLong(RecordedEvents.POSITION);
        var id = row.getUUID(RecordedEvents.ID);
        var known = remembered.getIfPresent(position);
        if (known != null && known.id().equals(id) && RecordedEvents.isThere(row, known.event())) {
            return known.event();
        }
        var event = reader.read(row);
        if (event.fault() == null) {
            remembered.put(position, new Remembered(id, event));
        }
        return event;
    }

    void forget() {
        remembered.invalidateAll();
    }
}
