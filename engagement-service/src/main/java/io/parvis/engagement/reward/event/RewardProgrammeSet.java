package io.parvis.engagement.reward.event;

import io.parvis.engagement.reward.RewardProgramme;
import io.parvis.engagement.reward.RewardTags;
import java.time.Instant;
import org.axonframework.eventsourcing.annotation.EventTag;
import org.axonframework.messaging.eventhandling.annotation.Event;

/** A brand said anew what it rewards, from that time on. */
@Event(namespace = "engagement", name = "RewardProgrammeSet", version = "2")
public record RewardProgrammeSet(
        @EventTag(key = RewardTags.PROGRAMME) String brandId,
        int programmeVersion,
        RewardProgramme programme,
        Instant inForceFrom) {}
