package io.parvis.eventing.store;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.vertx.sqlclient.Row;
import java.util.UUID;

/**
 * Caches events as objects, since decisions read some of them again and again (a contest's rules, at every entry).
 * Events never change; whether one belongs to a boundary is asked of the database every time.
 */
final class EventCache {

    private static final int BYTES_BESIDE_PAYLOAD = 500;

    private final EventRowMapper reader;
    private final Cache<Long, CachedEvent> cache;

    /** @param id in another life of the store another event stands there, or the same one was recorded at another time */
    private record CachedEvent(UUID id, RecordedEvent event) {}

    EventCache(EventRowMapper reader, long maxBytes) {
        this.reader = reader;
        this.cache = Caffeine.newBuilder()
                .maximumWeight(maxBytes)
                .weigher((Long position, CachedEvent one) -> 2 * one.event().payloadBytes() + BYTES_BESIDE_PAYLOAD)
                .build();
    }

    RecordedEvent read(Row row) {
        var position = row.getLong(EventRowMapper.POSITION);
        var id = row.getUUID(EventRowMapper.ID);
        var known = cache.getIfPresent(position);
        if (known != null && known.id().equals(id) && EventRowMapper.isThere(row, known.event())) {
            return known.event();
        }
        var event = reader.read(row);
        if (event.fault() == null) {
            cache.put(position, new CachedEvent(id, event));
        }
        return event;
    }

    void forget() {
        cache.invalidateAll();
    }
}
