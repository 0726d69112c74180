package io.parvis.engagement.contest.event;

import io.parvis.contracts.engagement.ContestId;
import io.parvis.contracts.presence.BrandId;
import io.parvis.engagement.contest.ContestTags;
import org.axonframework.eventsourcing.annotation.EventTag;
import org.axonframework.messaging.eventhandling.annotation.Event;
import org.jspecify.annotations.Nullable;

/** The promise by which the draw is checked: the hash of a seed that nobody can read.
 *
 * @param seedCommitment SHA-256 of the seed, lower-case hexadecimal
 * @param sealedSeed the seed, encrypted and bound to the contest; in base64
 * @param seedKeyId the key of the deployment that encrypted it; null in version 1, before keys had ids
 */
@Event(namespace = "engagement", name = "DrawCommitted", version = "2")
public record DrawCommitted(
        @EventTag(key = ContestTags.LIFE) @EventTag(key = "contest")
        ContestId contestId,

        BrandId brandId,
        String seedCommitment,
        String sealedSeed,
        @Nullable @EventTag(key = ContestTags.SEED_KEY) String seedKeyId) {}
