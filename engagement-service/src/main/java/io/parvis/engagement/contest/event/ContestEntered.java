package io.parvis.engagement.contest.event;

import io.parvis.engagement.contest.ContestTags;
import org.axonframework.eventsourcing.annotation.EventTag;
import org.axonframework.messaging.eventhandling.annotation.Event;

/**
 * A fan takes part.
 *
 * @param rulesVersion the rules in force when the entry arrived: it is judged by them
 */
@Event(namespace = "engagement", name = "ContestEntered", version = "1")
public record ContestEntered(
        String entryId, @EventTag(key = "contest") String contestId, String brandId, String fanId, int rulesVersion) {

    @EventTag(key = ContestTags.ENTRY)
    String boundary() {
        return ContestTags.entryValue(contestId, fanId);
    }
}
