package io.parvis.engagement.reward.event;

import io.parvis.contracts.presence.BrandId;
import io.parvis.engagement.id.FanId;
import io.parvis.engagement.reward.Ledger;
import io.parvis.engagement.reward.PointsEntryId;
import io.parvis.engagement.reward.PointsOperation;
import io.parvis.engagement.reward.PointsReservationId;
import io.parvis.engagement.reward.RewardTags;
import org.axonframework.eventsourcing.annotation.EventTag;
import org.axonframework.messaging.eventhandling.annotation.Event;
import org.jspecify.annotations.Nullable;

/**
 * Points went from one account of a fan's ledger to another.
 *
 * @param points how many; negative only in an adjustment
 * @param source what they are for, such as a partner's order or the contest that a rule rewards
 * @param ledger what stands in the books with it
 */
@Event(namespace = "engagement", name = "PointsMoved", version = "2")
public record PointsMoved(
        PointsEntryId entryId,
        BrandId brandId,
        FanId fanId,
        PointsOperation operation,
        long points,
        @Nullable PointsReservationId reservationId,
        @Nullable String reason,
        @Nullable String source,
        Ledger ledger)
        implements PointsEvent {

    @EventTag(key = RewardTags.POINTS)
    String owner() {
        return RewardTags.owner(brandId, fanId);
    }
}
