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

/**
 * An entry to an instant win took the first winning moment that nobody had taken. It is recorded right before its
 * {@link ContestEntered}, in the same append.
 *
 * @param rank from 1, in the order of winning: so many moments are taken with it
 * @param prize index into the prizes of the rules, from 0
 * @param claimBy the first instant at which the winner can no longer claim; null where they always can
 */
@Event(namespace = "engagement", name = "InstantPrizeWon", version = "1")
public record InstantPrizeWon(
        @EventTag(key = "contest") @EventTag(key = ContestTags.INSTANT_WINS)
        ContestId contestId,

        BrandId brandId,
        int rank,
        int prize,
        FanId fanId,
        EntryId entryId,
        @Nullable Instant claimBy) {

    @EventTag(key = ContestTags.PRIZE)
    String boundary() {
        return ContestTags.prizeValue(contestId, rank);
    }

    /** A fan wins one prize of a contest: the next entry of the same fan finds this among their own. */
    @EventTag(key = ContestTags.ENTRY)
    String fansOwn() {
        return ContestTags.entryValue(contestId, fanId);
    }
}
