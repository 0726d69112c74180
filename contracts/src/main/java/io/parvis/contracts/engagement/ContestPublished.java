package io.parvis.contracts.engagement;

import io.parvis.contracts.presence.BrandId;
import java.time.Instant;
import org.axonframework.eventsourcing.annotation.EventTag;
import org.axonframework.messaging.eventhandling.annotation.Event;

/**
 * A contest is offered to the public under rules that no longer change behind its back.
 *
 * @param rulesVersion by which entries are judged from now on; 1 for the first
 * @param closesAt the first instant at which no entry is taken any more
 * @param timeZone IANA; the days of its rules are days there
 * @param officialRulesSha256 of the text in UTF-8, lower-case hexadecimal
 */
@Event(namespace = "engagement", name = "ContestPublished", version = "1")
public record ContestPublished(
        @EventTag(key = "contest-life") @EventTag(key = "contest")
        ContestId contestId,

        @EventTag(key = "brand") BrandId brandId,
        String name,
        int rulesVersion,
        Instant opensAt,
        Instant closesAt,
        String timeZone,
        String officialRulesSha256) {}
