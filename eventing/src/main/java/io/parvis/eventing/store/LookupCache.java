package io.parvis.eventing.store;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.parvis.eventing.store.SourcingRequest.Lookup;
import java.util.List;

/**
 * Caches the events of large lookups, such as a contest's official rules or a draw. The log only grows, so the next
 * command fetches only what came since.
 */
final class LookupCache {

    /** Smaller results are not worth caching: there are very many small boundaries. */
    private static final int WORTH_BYTES = 2_048;

    private static final int BYTES_OF_A_ROW = 300;
    private static final int BYTES_OF_A_LOOKUP = 500;

    private final Cache<Lookup, List<RecordedEvent>> cache;

    LookupCache(long maxBytes) {
        this.cache = Caffeine.newBuilder()
                .maximumWeight(maxBytes)
                .weigher((Lookup lookup, List<RecordedEvent> events) -> weight(events))
                .build();
    }

    /** In order; empty if nothing is cached. */
    List<RecordedEvent> of(Lookup lookup) {
        var events = cache.getIfPresent(lookup);
        return events == null ? List.of() : events;
    }

    /** @param events all that it found; nothing is cached if one of them cannot be read, since it may be repaired */
    void put(Lookup lookup, List<RecordedEvent> events) {
        if (lookup.tag() == null
                || bytes(events) < WORTH_BYTES
                || events.stream().anyMatch(event -> event.fault() != null)) {
            return;
        }
        var known = cache.getIfPresent(lookup);
        if (known == null || known.getLast() != events.getLast()) {
            cache.put(lookup, events);
        }
    }

    void forget() {
        cache.invalidateAll();
    }

    private static int bytes(List<RecordedEvent> events) {
        return events.stream()
                .mapToInt(event -> BYTES_OF_A_ROW + event.payloadBytes())
                .sum();
    }

    /** The payload is kept as it came and as what it was read as. */
    private static int weight(List<RecordedEvent> events) {
        return BYTES_OF_A_LOOKUP + 2 * bytes(events);
    }
}
