package io.parvis.eventing.store;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.parvis.eventing.store.SourcingRequest.Lookup;
import java.util.List;

/**
 * What looks found, where it is much: a contest's official rules, all versions of a programme, a draw. The log only grows,
 * so that the next command needs from the database what came since and no more.
 */
final class LookupCache {

    /** Less than that costs no more to send than to keep: there are very many small boundaries. */
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

    /** In order; empty where nothing is known. */
    List<RecordedEvent> of(Lookup lookup) {
        var events = cache.getIfPresent(lookup);
        return events == null ? List.of() : events;
    }

    /** @param events all that it finds; what cannot be read is not relied on, since it may be mended */
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
