package io.parvis.eventing.store;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * The newest events of the log, by position: as positions have no gaps, each is found at once, however many there are.
 * Its owner sees to it that one thread at a time uses it. All its events are of one life of the store, and of one line.
 */
final class Window {

    private final UUID life;
    private final RecordedEvent[] events;
    private final long maxBytes;
    private long bytes;

    /** Exclusive. */
    private LogPosition start;

    /** Inclusive. */
    private long end;

    /** @param head behind which it begins, empty */
    Window(UUID life, int maxEvents, long maxBytes, LogPosition head) {
        this.life = life;
        this.events = new RecordedEvent[maxEvents];
        this.maxBytes = maxBytes;
        this.start = head;
        this.end = head.position();
    }

    UUID life() {
        return life;
    }

    /** The newest event. */
    LogPosition newest() {
        return at(end);
    }

    /** Whether a reader who has got to there is on the same line; nobody who is ahead of it or behind it. */
    boolean has(LogPosition place) {
        return place.position() >= start.position()
                && place.position() <= end
                && (place.id() == null || place.equals(at(place.position())));
    }

    private LogPosition at(long position) {
        return position == start.position() ? start : LogPosition.of(events[slot(position)]);
    }

    /** The position of the newest event. */
    long end() {
        return end;
    }

    /** Whether everything after that position is here. */
    boolean reachesBackTo(long position) {
        return position >= start.position();
    }

    /** The next ones after that position, to which it reaches back. */
    List<RecordedEvent> after(long position, int atMost) {
        var last = Math.min(end, position + atMost);
        var found = new ArrayList<RecordedEvent>((int) Math.max(0, last - position));
        for (var next = position + 1; next <= last; next++) {
            found.add(events[slot(next)]);
        }
        return found;
    }

    /** The next event of the log; the oldest make room for it. */
    void add(RecordedEvent event) {
        if (event.position() != end + 1) {
            throw new IllegalArgumentException("After " + end + " comes no event at " + event.position());
        }
        if (end - start.position() == events.length) {
            removeOldest();
        }
        events[slot(event.position())] = event;
        end = event.position();
        bytes += event.payloadBytes();
        while (bytes > maxBytes && start.position() < end) {
            removeOldest();
        }
    }

    @SuppressWarnings("NullAway") // the slot of what is no longer in the window is never read
    private void removeOldest() {
        var oldest = events[slot(start.position() + 1)];
        start = LogPosition.of(oldest);
        bytes -= oldest.payloadBytes();
        events[slot(oldest.position())] = null;
    }

    private int slot(long position) {
        return (int) (position % events.length);
    }
}
