package io.parvis.engagement.contest;

import io.parvis.contracts.engagement.ContestId;
import io.parvis.engagement.contest.event.ContestEntered;
import io.parvis.engagement.contest.event.EntryEvent;
import io.parvis.engagement.contest.event.EntryInvalidated;
import io.parvis.engagement.contest.event.EntryReinstated;
import io.parvis.engagement.contest.event.InstantPrizeWon;
import io.parvis.engagement.drawing.EntryId;
import io.parvis.engagement.id.FanId;
import io.parvis.eventing.command.Criterion;
import io.parvis.eventing.command.ResourceType;
import io.parvis.eventing.command.ResourceType.Resource;

/** An entry as what a command changes. It has no tag of its own: there are many of them, and few are ever changed. */
public final class ContestEntry {

    public static final ResourceType ENTRY = ResourceType.named(
            EntryEvent.class,
            event -> event.entryId().value(),
            ContestEntered.class,
            EntryInvalidated.class,
            EntryReinstated.class);

    private ContestEntry() {}

    /** One of a fan's entries; all of the fan's to that contest are read for it, and what they won. */
    public static Resource of(EntryId entryId, ContestId contestId, FanId fanId) {
        return ENTRY.of(
                entryId.value(),
                Criterion.tagged(
                        ContestTags.entry(contestId, fanId),
                        ContestEntered.class,
                        EntryInvalidated.class,
                        EntryReinstated.class,
                        InstantPrizeWon.class));
    }
}
