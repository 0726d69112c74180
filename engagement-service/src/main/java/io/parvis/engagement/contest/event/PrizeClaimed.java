package io.parvis.engagement.contest.event;

import io.parvis.contracts.engagement.ContestId;
import io.parvis.contracts.presence.BrandId;
import io.parvis.engagement.contest.ContestTags;
import io.parvis.engagement.drawing.EntryId;
import io.parvis.engagement.id.FanId;
import org.axonframework.eventsourcing.annotation.EventTag;
import org.axonframework.messaging.eventhandling.annotation.Event;

/** A winner took their prize.
 *
 * @param prize index into the prizes of the rules, from 0
 * @param alternatesUsed how many alternates redraws have taken
 * @param open how many prizes are neither claimed nor without anybody left
 */
@Event(namespace = "engagement", name = "PrizeClaimed", version = "1")
public record PrizeClaimed(
        @EventTag(key = "contest") @EventTag(key = ContestTags.PRIZES)
        ContestId contestId,

        BrandId brandId,
        int rank,
        int prize,
        FanId fanId,
        EntryId entryId,
        int alternatesUsed,
        int open) {

    @EventTag(key = ContestTags.PRIZE)
    String boundary() {
        return ContestTags.prizeValue(contestId, rank);
    }
}
