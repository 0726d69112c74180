package io.parvis.engagement.contest.write.reveal;

import io.parvis.contracts.engagement.ContestId;
import io.parvis.contracts.presence.BrandId;

/** @param seed the one that was committed to */
record RevealMoments(ContestId contestId, BrandId brandId, String seed) {

    /** A command is written down where it fails; its seed is not. */
    @Override
    public String toString() {
        return "RevealMoments[" + contestId + "]";
    }
}
