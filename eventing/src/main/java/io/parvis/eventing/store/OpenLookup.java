package io.parvis.eventing.store;

import io.parvis.eventing.store.SourcingRequest.Lookup;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * A lookup in progress, with the cached events of its answer. It queries the last cached event and all newer ones. If
 * that event still stands at the same position, the cached events before it are valid too: two branches of a log
 * share their beginning.
 */
final class OpenLookup {

    private final Lookup lookup;
    private final List<RecordedEvent> known;
    private final @Nullable UUID last;
    private final List<RecordedEvent> fresh = new ArrayList<>();
    private boolean stands;

    /** @param known in order; empty where nothing is */
    OpenLookup(Lookup lookup, List<RecordedEvent> known) {
        this.lookup = lookup;
        this.known = known;
        this.last = known.isEmpty() ? null : UUID.fromString(known.getLast().identifier());
    }

    Lookup lookup() {
        return lookup;
    }

    private long after() {
        return last == null ? lookup.after() : known.getLast().position() - 1;
    }

    void take(Row row, EventCache events) {
        if (row.getUUID(EventRowMapper.ID).equals(last)) {
            stands = EventRowMapper.isThere(row, known.getLast());
        } else {
            fresh.add(events.read(row));
        }
    }

    /** Whether the cached events are still valid. If only the newest is wanted, a newer one replaces it. */
    boolean holds() {
        return last == null || stands || (lookup.latestOnly() && !fresh.isEmpty());
    }

    /** All that it finds, in order. */
    List<RecordedEvent> found() {
        if (fresh.isEmpty()) {
            return known;
        }
        var all = new ArrayList<>(lookup.latestOnly() ? List.<RecordedEvent>of() : known);
        fresh.sort(Comparator.comparingLong(RecordedEvent::position));
        all.addAll(fresh);
        return List.copyOf(all);
    }

    static Tuple byTag(List<OpenLookup> open, boolean someLatest) {
        var arguments = ofWholeLog(open).addValue(each(open, one -> one.last, UUID[]::new));
        return someLatest ? arguments.addValue(each(open, one -> one.lookup.latestOnly(), Boolean[]::new)) : arguments;
    }

    static Tuple ofWholeLog(List<OpenLookup> open) {
        return Tuple.tuple()
                .addValue(each(open, one -> one.lookup.tag(), String[]::new))
                .addValue(each(open, OpenLookup::after, Long[]::new))
                .addValue(each(open, one -> one.lookup.names(), String[]::new));
    }

    private static <T extends @Nullable Object> T[] each(
            List<OpenLookup> open, Function<OpenLookup, T> part, IntFunction<T[]> array) {
        var all = array.apply(open.size());
        for (int i = 0; i < all.length; i++) {
            all[i] = part.apply(open.get(i));
        }
        return all;
    }
}
