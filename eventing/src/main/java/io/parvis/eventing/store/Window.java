package io.parvis.eventing.store;

import java.util.ArrayList;
import java.util.List;

/**
 * The newest events of the log, by position: as positions have no gaps, each is found at once, however many there are.
 * Its owner sees to it that one thread at a time uses it.
 */
final class Window {

    private final RecordedEvent[] events;
    private final long maxBytes;
    private long bytes;

    /** Exclusive. */
    private long start;

    /** Inclusive. */
    private long end;

    /** @param head behind which it begins, empty */
    Window(int maxEvents, long maxBytes, long head) {
        this.events = new RecordedEvent[maxEvents];
        this.maxBytes = maxBytes;
        this.start = head;
        this.end = head;
    }

    /** The position of the newest event. */
    long end() {
        return end;
    }

    /** Whether everything after that position is here. */
    boolean reachesBackTo(long position) {
        return position >= start;
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
        if (end - start == events.length) {
            removeOldest();
        }
        events[slot(event.position())] = event;
        end = event.position();
        bytes += event.payloadBytes();
        while (bytes > maxBytes && start < end) {
            removeOldest();
        }
    }

    @SuppressWarnings("NullAway") // the slot of what is no longer in the window is never read
    private void removeOldest() {
        start++;
        bytes -= events[slot(start)].payloadBytes();
        events[slot(start)] = null;
    }

    private int slot(long position) {
        return (int) (position % events.length);
    }
}
