package io.parvis.engagement.reward.event;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.parvis.contracts.presence.BrandId;
import io.parvis.engagement.id.FanId;
import io.parvis.engagement.reward.Ledger;
import io.parvis.engagement.reward.RewardTags;
import java.time.Instant;
import org.axonframework.eventsourcing.annotation.EventTag;
import org.axonframework.messaging.eventhandling.annotation.Event;
import org.jspecify.annotations.Nullable;

/**
 * A fan no longer has a tier.
 *
 * @param fallsTo the tier that the points give; null where they give none
 * @param at when the grace was over, though it may be noticed later
 */
@Event(namespace = "engagement", name = "TierLost", version = "1")
public record TierLost(
        BrandId brandId, FanId fanId, String tier, @Nullable String fallsTo, Reason reason, Instant at, Ledger ledger)
        implements PointsEvent {

    /** Why. */
    public enum Reason {
        @JsonProperty("grace-over")
        GRACE_OVER,
        @JsonProperty("not-in-programme")
        NOT_IN_PROGRAMME
    }

    @EventTag(key = RewardTags.POINTS)
    String owner() {
        return RewardTags.owner(brandId, fanId);
    }
}
