package io.parvis.engagement.contest.event;

import io.parvis.engagement.contest.ContestTags;
import org.axonframework.eventsourcing.annotation.EventTag;
import org.axonframework.messaging.eventhandling.annotation.Event;

/** The promise by which the draw is checked: the hash of a seed that nobody can read.
 *
 * @param seedCommitment SHA-256 of the seed, lower-case hexadecimal
 * @param sealedSeed the seed, encrypted and bound to the contest; in base64
 */
@Event(namespace = "engagement", name = "DrawCommitted", version = "1")
public record DrawCommitted(
        @EventTag(key = ContestTags.LIFE) @EventTag(key = "contest")
        String contestId,

        String brandId,
        String seedCommitment,
        String sealedSeed) {}
