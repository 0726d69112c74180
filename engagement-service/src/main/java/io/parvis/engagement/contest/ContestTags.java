package io.parvis.engagement.contest;

import io.parvis.contracts.engagement.ContestId;
import io.parvis.engagement.id.FanId;
import org.axonframework.messaging.eventstreaming.Tag;

/** The tags under which contests are decided. */
public final class ContestTags {

    public static final String CONTEST = "contest";
    public static final String LIFE = "contest-life";
    public static final String ENTRY = "entry";
    public static final String COUNT = "contest-count";

    public static final String PRIZES = "contest-prizes";
    public static final String PRIZE = "prize";
    public static final String INSTANT_WINS = "instant-wins";

    /** By the key that keeps a seed: what asks which keys are needed; no decision does. */
    public static final String SEED_KEY = "draw-seed-key";

    private ContestTags() {}

    /** The few events that say which rules a contest has and whether it is offered. */
    public static Tag life(ContestId contestId) {
        return Tag.of(LIFE, contestId.value());
    }

    /** The entries of a contest that sets a limit; each carries the count so far. */
    public static Tag count(ContestId contestId) {
        return Tag.of(COUNT, contestId.value());
    }

    /** What became of the prizes of a contest that is drawn; each carries how many are open. */
    public static Tag prizes(ContestId contestId) {
        return Tag.of(PRIZES, contestId.value());
    }

    /** Everything that happens to a contest, each of its entries included: to be read, never to decide on. */
    public static Tag all(ContestId contestId) {
        return Tag.of(CONTEST, contestId.value());
    }

    /** The wins of an instant win, and nothing else; each carries how many there are. */
    public static Tag instantWins(ContestId contestId) {
        return Tag.of(INSTANT_WINS, contestId.value());
    }

    /** What became of one prize. */
    public static Tag prize(ContestId contestId, int rank) {
        return Tag.of(PRIZE, prizeValue(contestId, rank));
    }

    public static String prizeValue(ContestId contestId, int rank) {
        return contestId + "/" + rank;
    }

    /** One fan's entries to one contest. */
    public static Tag entry(ContestId contestId, FanId fanId) {
        return Tag.of(ENTRY, entryValue(contestId, fanId));
    }

    public static String entryValue(ContestId contestId, FanId fanId) {
        return contestId + "/" + fanId;
    }
}
