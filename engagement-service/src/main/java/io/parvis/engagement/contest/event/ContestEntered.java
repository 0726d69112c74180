package io.parvis.engagement.contest.event;

import io.parvis.contracts.engagement.ContestId;
import io.parvis.contracts.presence.BrandId;
import io.parvis.engagement.contest.ContestTags;
import io.parvis.engagement.drawing.EntryId;
import io.parvis.engagement.id.FanId;
import java.time.Instant;
import org.axonframework.eventsourcing.annotation.EventTag;
import org.axonframework.messaging.eventhandling.annotation.Event;
import org.jspecify.annotations.Nullable;

/**
 * A fan takes part.
 *
 * @param rulesVersion the rules in force when the entry arrived: it is judged by them
 * @param enteredAt the time of the decision, by which opening, closing and frequency are judged; since version 2
 * @param fanPseudonym 32 random bytes, lower-case hexadecimal: the fan in this contest, the same at each of their entries
 * @param salt 32 random bytes of this entry's own, in the same way
 * @param ordinal how many entries there are with it, where the rules set a limit; null where they set none
 */
@Event(namespace = "engagement", name = "ContestEntered", version = "2")
public record ContestEntered(
        EntryId entryId,
        @EventTag(key = "contest") ContestId contestId,
        BrandId brandId,
        FanId fanId,
        int rulesVersion,
        Instant enteredAt,
        String fanPseudonym,
        String salt,
        @Nullable Long ordinal)
        implements EntryEvent {

    @EventTag(key = ContestTags.ENTRY)
    String boundary() {
        return ContestTags.entryValue(contestId, fanId);
    }

    @EventTag(key = ContestTags.COUNT)
    @Nullable
    String counted() {
        return ordinal == null ? null : contestId.value();
    }
}
