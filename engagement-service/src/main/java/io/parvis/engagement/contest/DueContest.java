package io.parvis.engagement.contest;

import io.parvis.contracts.engagement.ContestId;
import io.parvis.contracts.presence.BrandId;

/**
 * What stands in the to-do list: a contest, or one of its prizes.
 *
 * @param rank 0 where it is the contest itself
 */
public record DueContest(BrandId brandId, ContestId contestId, int rank) {

    public static final String CONTEST_CLOSES = "engagement.contest-closes";
    public static final String CLAIM_ENDS = "engagement.claim-ends";

    private static final int PARTS = 3;

    /** Ids hold no slash. */
    public String text() {
        return brandId + "/" + contestId + "/" + rank;
    }

    public static DueContest of(String text) {
        var parts = text.split("/", PARTS);
        return new DueContest(new BrandId(parts[0]), new ContestId(parts[1]), Integer.parseInt(parts[2]));
    }
}
