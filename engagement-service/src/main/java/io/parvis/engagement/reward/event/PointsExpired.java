package io.parvis.engagement.reward.event;

import io.parvis.contracts.presence.BrandId;
import io.parvis.engagement.id.FanId;
import io.parvis.engagement.reward.Ledger;
import io.parvis.engagement.reward.RewardTags;
import org.axonframework.eventsourcing.annotation.EventTag;
import org.axonframework.messaging.eventhandling.annotation.Event;

/**
 * The time of some points had come.
 *
 * @param ledger what stands in the books with it
 */
@Event(namespace = "engagement", name = "PointsExpired", version = "2")
public record PointsExpired(BrandId brandId, FanId fanId, long points, Ledger ledger) implements PointsEvent {

    @EventTag(key = RewardTags.POINTS)
    String owner() {
        return RewardTags.owner(brandId, fanId);
    }
}
