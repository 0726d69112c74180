package io.parvis.engagement.contest.write.reveal;

/** @param seed the one that was committed to */
record RevealMoments(String contestId, String brandId, String seed) {

    /** A command is written down where it fails; its seed is not. */
    @Override
    public String toString() {
        return "RevealMoments[" + contestId + "]";
    }
}
