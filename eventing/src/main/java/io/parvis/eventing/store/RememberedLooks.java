package io.parvis.eventing.store;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.parvis.eventing.store.SourcingRequest.Look;
import java.util.List;

/**
 * What looks found, where it is much: a contest's official rules, all versions of a programme, a draw. The log only grows,
 * so that the next command needs from the database what came since and no more.
 */
final class RememberedLooks {

    /** Less than that costs no more to send than to keep: there are very many small boundaries. */
    private static final int WORTH_BYTES = 2_048;

    private static final int BYTES_OF_A_ROW = 300;
    private static final int BYTES_OF_A_LOOK = 500;

    private final Cache<Look, List<RecordedEvent>> remembered;

    RememberedLooks(long maxBytes) {
        this.remembered = Caffeine.newBuilder()
                .maximumWeight(maxBytes)
                .weigher((Look look, List<RecordedEvent> events) -> weight(events))
                .build();
    }

    /** In order; empty where nothing is known. */
    List<RecordedEvent> of(Look look) {
        var events = remembered.getIfPresent(look);
        return events == null ? List.of() : events;
    }

    /** @param events all that it finds; what cannot be read is not relied on, since it may be mended */
    void found(Look look, List<RecordedEvent> events) {
        if (look.tag() == null
                || bytes(events) < WORTH_BYTES
                || events.stream().anyMatch(event -> event.fault() != null)) {
            return;
        }
        var known = remembered.getIfPresent(look);
        if (known == null || known.getLast() != events.getLast()) {
            remembered.put(look, events);
        }
    }

    void forget() {
        remembered.invalidateAll();
    }

    private static int bytes(List<RecordedEvent> events) {
        return events.stream()
                .mapToInt(event -> BYTES_OF_A_ROW + event.payloadBytes())
                .sum();
    }

    /** The payload is kept as it came and as what it was read as. */
    private static int weight(List<RecordedEvent> events) {
        return BYTES_OF_A_LOOK + 2 * bytes(events);
    }
}
