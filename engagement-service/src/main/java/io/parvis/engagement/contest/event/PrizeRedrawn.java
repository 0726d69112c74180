package io.parvis.engagement.contest.event;

import io.parvis.contracts.engagement.ContestId;
import io.parvis.contracts.presence.BrandId;
import io.parvis.engagement.contest.ContestTags;
import io.parvis.engagement.drawing.EntryId;
import io.parvis.engagement.id.FanId;
import java.time.Instant;
import org.axonframework.eventsourcing.annotation.EventTag;
import org.axonframework.messaging.eventhandling.annotation.Event;
import org.jspecify.annotations.Nullable;

/** A prize left its holder: for the next alternate that no redraw has taken, or for nobody where none is left.
 *
 * @param prize index into the prizes of the rules, from 0
 * @param fromPosition of the entry that held it, in the event store; 0 for an instant win, where the rank says it
 * @param to who holds it now; null where no alternate is left
 * @param reason it is published
 * @param claimBy until when the new holder may claim; null where there is none, or no end
 * @param alternatesUsed how many alternates redraws have taken with it
 * @param open how many prizes are neither claimed nor without anybody left
 */
@Event(namespace = "engagement", name = "PrizeRedrawn", version = "1")
public record PrizeRedrawn(
        @EventTag(key = "contest") @EventTag(key = ContestTags.PRIZES)
        ContestId contestId,

        BrandId brandId,
        int rank,
        int prize,
        long fromPosition,
        @Nullable Holder to,
        String reason,
        @Nullable Instant claimBy,
        int alternatesUsed,
        int open) {

    /** @param position of the entry in the event store */
    public record Holder(long position, EntryId entryId, FanId fanId) {}

    @EventTag(key = ContestTags.PRIZE)
    String boundary() {
        return ContestTags.prizeValue(contestId, rank);
    }
}
