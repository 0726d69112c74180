package io.parvis.engagement.contest.event;

import io.parvis.contracts.engagement.ContestId;
import io.parvis.contracts.presence.BrandId;
import io.parvis.engagement.contest.ContestTags;
import org.axonframework.eventsourcing.annotation.EventTag;
import org.axonframework.messaging.eventhandling.annotation.Event;

/** A contest was called off before its draw. */
@Event(namespace = "engagement", name = "ContestCancelled", version = "1")
public record ContestCancelled(
        @EventTag(key = ContestTags.LIFE) @EventTag(key = "contest")
        ContestId contestId,

        @EventTag(key = "brand") BrandId brandId,
        String reason) {}
