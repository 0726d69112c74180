package io.parvis.bench.handlers;

import org.axonframework.eventsourcing.annotation.EventTag;
import org.axonframework.messaging.eventhandling.annotation.Event;

/** An entry to a contest as the seeded log has it. */
@Event(namespace = "bench", name = "ContestEntered", version = "1")
record Entered(
        String entryId, @EventTag(key = "contest") String contestId, String brandId, String fanId, int rulesVersion) {

    @EventTag(key = "entry")
    String boundary() {
        return contestId + "/" + fanId;
    }
}
