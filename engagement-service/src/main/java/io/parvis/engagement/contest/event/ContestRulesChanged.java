package io.parvis.engagement.contest.event;

import io.parvis.contracts.engagement.ContestId;
import io.parvis.contracts.presence.BrandId;
import io.parvis.engagement.contest.ContestRules;
import io.parvis.engagement.contest.ContestTags;
import org.axonframework.eventsourcing.annotation.EventTag;
import org.axonframework.messaging.eventhandling.annotation.Event;

/**
 * The rules were rewritten. They are in force from the next publication on.
 *
 * @param rulesVersion that of the draft still, or the next one where the last was published
 */
@Event(namespace = "engagement", name = "ContestRulesChanged", version = "1")
public record ContestRulesChanged(
        @EventTag(key = ContestTags.LIFE) @EventTag(key = "contest")
        ContestId contestId,

        @EventTag(key = "brand") BrandId brandId,
        int rulesVersion,
        ContestRules rules) {}
