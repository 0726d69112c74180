package io.parvis.eventing.projection;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/**
 * Segments that this process has released for a newer release: it does not claim them again before another process
 * has handled the event that it could not, or a timeout is over.
 */
final class YieldedSegments {

    private static final long ANYWHERE = -1;
    private static final long WHILE_NANOS = TimeUnit.MINUTES.toNanos(1);

    private record Place(String processor, int segment) {}

    private record Left(long position, long at) {}

    private final Map<Place, Left> left = new ConcurrentHashMap<>();

    void leave(String processor, int segment, long position) {
        left.put(new Place(processor, segment), new Left(position, System.nanoTime()));
    }

    /** How far its token must have come for this process to claim it; -1 where that does not matter. */
    long claimableFrom(String processor, int segment) {
        var found = left.get(new Place(processor, segment));
        return found == null || System.nanoTime() - found.at() > WHILE_NANOS ? ANYWHERE : found.position();
    }
}
