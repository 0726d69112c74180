package io.parvis.engagement.contest.event;

import io.parvis.contracts.engagement.ContestId;
import io.parvis.contracts.presence.BrandId;
import io.parvis.engagement.contest.ContestRules;
import io.parvis.engagement.contest.ContestTags;
import org.axonframework.eventsourcing.annotation.EventTag;
import org.axonframework.messaging.eventhandling.annotation.Event;

/** Somebody wrote down what a contest would be. */
@Event(namespace = "engagement", name = "ContestDrafted", version = "1")
public record ContestDrafted(
        @EventTag(key = ContestTags.LIFE) @EventTag(key = "contest")
        ContestId contestId,

        @EventTag(key = "brand") BrandId brandId,
        ContestRules rules) {}
