package io.parvis.engagement.contest.event;

import io.parvis.contracts.engagement.ContestId;
import io.parvis.contracts.presence.BrandId;
import io.parvis.engagement.contest.ContestTags;
import io.parvis.engagement.drawing.EntryId;
import io.parvis.engagement.id.FanId;
import org.axonframework.eventsourcing.annotation.EventTag;
import org.axonframework.messaging.eventhandling.annotation.Event;

/** An entry takes no part in the draw.
 *
 * @param leaf what the draw knows the entry by, lower-case hexadecimal
 * @param reason it is published
 */
@Event(namespace = "engagement", name = "EntryInvalidated", version = "1")
public record EntryInvalidated(
        EntryId entryId,
        @EventTag(key = "contest") ContestId contestId,
        BrandId brandId,
        FanId fanId,
        String leaf,
        String reason)
        implements EntryEvent {

    @EventTag(key = ContestTags.ENTRY)
    String boundary() {
        return ContestTags.entryValue(contestId, fanId);
    }
}
