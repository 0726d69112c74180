package io.parvis.engagement.contest.write.claim;

import org.jspecify.annotations.Nullable;

/** @param fanId who claims it, where the caller says so */
record ClaimPrize(
        String contestId,
        String brandId,
        int rank,
        @Nullable String fanId) {}
