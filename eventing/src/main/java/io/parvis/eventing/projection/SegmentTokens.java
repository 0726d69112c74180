package io.parvis.eventing.projection;

import java.util.List;
import org.axonframework.messaging.eventhandling.processing.streaming.segmenting.Segment;

/** How far each segment of a processor is, whichever replica works on it; all as they were in one moment. */
record SegmentTokens(List<Integer> segments, List<Integer> masks, List<Long> positions) {

    /** Whether an event of that sequence is in the view. */
    boolean haveHandled(String sequence, long position) {
        for (int i = 0; i < segments.size(); i++) {
            // As an object: Axon goes by its hash.
            if (new Segment(segments.get(i), masks.get(i)).matches((Object) sequence)) {
                return positions.get(i) >= position;
            }
        }
        return false;
    }
}
