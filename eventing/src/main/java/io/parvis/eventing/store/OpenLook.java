package io.parvis.eventing.store;

import io.parvis.eventing.store.SourcingRequest.Look;
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
 * A look that is being asked, and what is known of its answer. Asked is for the last that is known and what comes behind it:
 * while that one still stands where it stood, all before it does, for what two lines of a log share is where they begin.
 */
final class OpenLook {

    private final Look look;
    private final List<RecordedEvent> known;
    private final @Nullable UUID last;
    private final List<RecordedEvent> fresh = new ArrayList<>();
    private boolean stands;

    /** @param known in order; empty where nothing is */
    OpenLook(Look look, List<RecordedEvent> known) {
        this.look = look;
        this.known = known;
        this.last = known.isEmpty() ? null : UUID.fromString(known.getLast().identifier());
    }

    Look look() {
        return look;
    }

    private long after() {
        return last == null ? look.after() : known.getLast().position() - 1;
    }

    void take(Row row, RememberedEvents events) {
        if (row.getUUID(RecordedEvents.ID).equals(last)) {
            stands = RecordedEvents.isThere(row, known.getLast());
        } else {
            fresh.add(events.read(row));
        }
    }

    /** Whether what is known is of this line of the log. Of the newest alone, a newer one says it all. */
    boolean holds() {
        return last == null || stands || (look.latestOnly() && !fresh.isEmpty());
    }

    /** All that it finds, in order. */
    List<RecordedEvent> found() {
        if (fresh.isEmpty()) {
            return known;
        }
        var all = new ArrayList<>(look.latestOnly() ? List.<RecordedEvent>of() : known);
        fresh.sort(Comparator.comparingLong(RecordedEvent::position));
        all.addAll(fresh);
        return List.copyOf(all);
    }

    static Tuple byTag(List<OpenLook> open, boolean someLatest) {
        var arguments = ofWholeLog(open).addValue(each(open, one -> one.last, UUID[]::new));
        return someLatest ? arguments.addValue(each(open, one -> one.look.latestOnly(), Boolean[]::new)) : arguments;
    }

    static Tuple ofWholeLog(List<OpenLook> open) {
        return Tuple.tuple()
                .addValue(each(open, one -> one.look.tag(), String[]::new))
                .addValue(each(open, OpenLook::after, Long[]::new))
                .addValue(each(open, one -> one.look.names(), String[]::new));
    }

    private static <T extends @Nullable Object> T[] each(
            List<OpenLook> open, Function<OpenLook, T> part, IntFunction<T[]> array) {
        var all = array.apply(open.size());
        for (int i = 0; i < all.length; i++) {
            all[i] = part.apply(open.get(i));
        }
        return all;
    }
}
