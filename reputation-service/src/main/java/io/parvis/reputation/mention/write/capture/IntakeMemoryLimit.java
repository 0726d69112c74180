package io.parvis.reputation.mention.write.capture;

import io.parvis.edge.problem.Unavailable;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayDeque;

/**
 * What all streams of this process may hold together, in bytes and whatever their number: so many streams, each with a
 * line that has not come to its end, and so many bytes of lines under way. Lines under way come to their end by
 * themselves, so whoever waits for room gets it.
 */
@ApplicationScoped
class IntakeMemoryLimit {

    private final int mostStreams;
    private final long mostUnderWay;
    private final ArrayDeque<Share> waiting = new ArrayDeque<>();
    private int streams;
    private long underWay;

    IntakeMemoryLimit(IntakeConfig config) {
        long heap = Runtime.getRuntime().maxMemory();
        this.mostStreams = (int) Math.clamp(heap / config.heapPerStream(), 1, Integer.MAX_VALUE);
        this.mostUnderWay = Math.max(1, heap / config.heapPerByteUnderWay());
    }

    /**
     * A place for a stream.
     *
     * @param whenThereIsRoom called on any thread after {@link Share#take} has said no
     * @throws Unavailable where all are taken
     */
    synchronized Share open(Runnable whenThereIsRoom) {
        if (streams == mostStreams) {
            throw new Unavailable(
                    "too-many-streams",
                    "Too many streams of mentions are under way",
                    "At most %d at once are taken in; send this one again in a moment.".formatted(mostStreams));
        }
        streams++;
        return new Share(whenThereIsRoom);
    }

    synchronized int streams() {
        return streams;
    }

    synchronized long underWay() {
        return underWay;
    }

    int mostStreams() {
        return mostStreams;
    }

    long mostUnderWay() {
        return mostUnderWay;
    }

    /** A line longer than all the room goes alone. */
    private boolean hasRoomFor(int bytes) {
        return underWay == 0 || underWay + bytes <= mostUnderWay;
    }

    private void serve() {
        for (var next = waiting.peek(); next != null && hasRoomFor(next.wanted); next = waiting.peek()) {
            waiting.remove();
            underWay += next.wanted;
            next.queued = false;
            next.granted = true;
            next.whenThereIsRoom.run();
        }
    }

    /** One stream's part of it. */
    final class Share {

        private final Runnable whenThereIsRoom;
        private int wanted;
        private boolean queued;
        private boolean granted;
        private boolean closed;

        private Share(Runnable whenThereIsRoom) {
            this.whenThereIsRoom = whenThereIsRoom;
        }

        /** Whether there is room for a line; where not, ask for the same again when called. */
        boolean take(int bytes) {
            synchronized (IntakeMemoryLimit.this) {
                if (granted) {
                    granted = false;
                    return true;
                }
                if (queued) {
                    return false;
                }
                if (waiting.isEmpty() && hasRoomFor(bytes)) {
                    underWay += bytes;
                    return true;
                }
                wanted = bytes;
                queued = true;
                waiting.add(this);
                return false;
            }
        }

        void giveBack(int bytes) {
            synchronized (IntakeMemoryLimit.this) {
                underWay -= bytes;
                serve();
            }
        }

        /** The stream is over; lines of it that are still under way are given back as they end. */
        void close() {
            synchronized (IntakeMemoryLimit.this) {
                if (closed) {
                    return;
                }
                closed = true;
                streams--;
                waiting.remove(this);
                if (granted) {
                    granted = false;
                    underWay -= wanted;
                }
                serve();
            }
        }
    }
}
