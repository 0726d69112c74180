package io.parvis.engagement.contest.event;

import io.parvis.contracts.engagement.ContestId;
import io.parvis.contracts.presence.BrandId;
import io.parvis.engagement.contest.ContestTags;
import java.time.Instant;
import org.axonframework.eventsourcing.annotation.EventTag;
import org.axonframework.messaging.eventhandling.annotation.Event;

/** Which entries take part is public from now on, as one hash. What the signed closing statement says stands here.
 *
 * @param closedAt when the contest was closed: by this the round of a beacon is due
 * @param size how many valid entries
 * @param merkleRoot over them, lower-case hexadecimal like the other hashes
 */
@Event(namespace = "engagement", name = "EntriesSealed", version = "1")
public record EntriesSealed(
        @EventTag(key = ContestTags.LIFE) @EventTag(key = "contest")
        ContestId contestId,

        BrandId brandId,
        Instant closedAt,
        int size,
        String merkleRoot,
        String publicationSha256,
        String rulesSha256,
        String moderationSha256) {}
