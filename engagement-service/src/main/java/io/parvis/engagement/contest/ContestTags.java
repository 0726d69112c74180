package io.parvis.engagement.contest;

import org.axonframework.messaging.eventstreaming.Tag;

/** The tags under which contests are decided. */
public final class ContestTags {

    public static final String LIFE = "contest-life";
    public static final String ENTRY = "entry";
    public static final String COUNT = "contest-count";

    private ContestTags() {}

    /** The few events that say which rules a contest has and whether it is offered. */
    public static Tag life(String contestId) {
        return Tag.of(LIFE, contestId);
    }

    /** The entries of a contest that sets a limit; each carries the count so far. */
    public static Tag count(String contestId) {
        return Tag.of(COUNT, contestId);
    }

    /** One fan's entries to one contest. */
    public static Tag entry(String contestId, String fanId) {
        return Tag.of(ENTRY, entryValue(contestId, fanId));
    }

    public static String entryValue(String contestId, String fanId) {
        return contestId + "/" + fanId;
    }
}
