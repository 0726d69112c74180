package io.parvis.engagement.reward.event;

import io.parvis.contracts.presence.BrandId;
import io.parvis.engagement.id.FanId;
import io.parvis.engagement.reward.Ledger;
import io.parvis.engagement.reward.RewardTags;
import java.time.Instant;
import org.axonframework.eventsourcing.annotation.EventTag;
import org.axonframework.messaging.eventhandling.annotation.Event;

/** A fan was to fall from a tier by then and did not: the programme in force asks less than the one before. */
@Event(namespace = "engagement", name = "TierKept", version = "1")
public record TierKept(BrandId brandId, FanId fanId, String tier, Instant at, Ledger ledger) implements PointsEvent {

    @EventTag(key = RewardTags.POINTS)
    String owner() {
        return RewardTags.owner(brandId, fanId);
    }
}
