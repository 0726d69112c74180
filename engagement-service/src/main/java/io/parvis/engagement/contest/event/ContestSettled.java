package io.parvis.engagement.contest.event;

import io.parvis.contracts.engagement.ContestId;
import io.parvis.contracts.presence.BrandId;
import io.parvis.engagement.contest.ContestTags;
import org.axonframework.eventsourcing.annotation.EventTag;
import org.axonframework.messaging.eventhandling.annotation.Event;

/** Every prize is claimed, or has nobody left to go to. */
@Event(namespace = "engagement", name = "ContestSettled", version = "1")
public record ContestSettled(
        @EventTag(key = ContestTags.LIFE) @EventTag(key = "contest")
        ContestId contestId,

        @EventTag(key = "brand") BrandId brandId) {}
