package io.parvis.engagement.reward.event;

import io.parvis.contracts.presence.BrandId;
import io.parvis.engagement.id.FanId;
import io.parvis.engagement.reward.Ledger;
import io.parvis.engagement.reward.RewardTags;
import java.time.Instant;
import org.axonframework.eventsourcing.annotation.EventTag;
import org.axonframework.messaging.eventhandling.annotation.Event;
import org.jspecify.annotations.Nullable;

/**
 * A fan rose to a tier, its qualifying points being enough.
 *
 * @param previous the tier held before; null where there was none
 */
@Event(namespace = "engagement", name = "TierReached", version = "1")
public record TierReached(
        BrandId brandId, FanId fanId, String tier, @Nullable String previous, Instant at, Ledger ledger)
        implements PointsEvent {

    @EventTag(key = RewardTags.POINTS)
    String owner() {
        return RewardTags.owner(brandId, fanId);
    }
}
