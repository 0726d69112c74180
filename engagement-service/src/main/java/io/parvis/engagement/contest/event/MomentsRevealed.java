package io.parvis.engagement.contest.event;

import io.parvis.contracts.engagement.ContestId;
import io.parvis.contracts.presence.BrandId;
import io.parvis.engagement.contest.ContestTags;
import org.axonframework.eventsourcing.annotation.EventTag;
import org.axonframework.messaging.eventhandling.annotation.Event;

/**
 * The seed of an instant win that has closed is public, and the winning moments with it.
 *
 * @param seed 64 lower-case hex digits
 * @param won how many moments were taken; nobody takes the others any more
 */
@Event(namespace = "engagement", name = "MomentsRevealed", version = "1")
public record MomentsRevealed(
        @EventTag(key = ContestTags.LIFE) @EventTag(key = "contest")
        ContestId contestId,

        @EventTag(key = "brand") BrandId brandId,
        String seed,
        int won) {}
