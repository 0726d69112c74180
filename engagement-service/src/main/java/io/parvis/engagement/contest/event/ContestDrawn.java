package io.parvis.engagement.contest.event;

import io.parvis.contracts.engagement.ContestId;
import io.parvis.contracts.presence.BrandId;
import io.parvis.engagement.contest.ContestTags;
import io.parvis.engagement.drawing.EntryId;
import io.parvis.engagement.id.FanId;
import java.time.Instant;
import java.util.List;
import org.axonframework.eventsourcing.annotation.EventTag;
import org.axonframework.messaging.eventhandling.annotation.Event;
import org.jspecify.annotations.Nullable;

/** Winners are known, and the seed with them.
 *
 * @param seed 64 lower-case hex digits
 * @param beacon exactly where the rules name one
 * @param winners in order of rank; fewer than there are prizes where fewer fans took part
 * @param alternates how many fans come after them
 * @param claimBy the first instant at which winners can no longer claim; null where they always can
 */
@Event(namespace = "engagement", name = "ContestDrawn", version = "1")
public record ContestDrawn(
        @EventTag(key = ContestTags.LIFE) @EventTag(key = "contest")
        ContestId contestId,

        @EventTag(key = "brand") BrandId brandId,
        String seed,
        @Nullable Beacon beacon,
        List<Winner> winners,
        int alternates,
        @Nullable Instant claimBy) {

    /** @param value lower-case hexadecimal */
    public record Beacon(long round, String value) {}

    /**
     * @param rank from 1
     * @param position of the entry in the event store
     * @param prize index into the prizes of the rules, from 0
     */
    public record Winner(int rank, long position, EntryId entryId, FanId fanId, int prize) {}
}
