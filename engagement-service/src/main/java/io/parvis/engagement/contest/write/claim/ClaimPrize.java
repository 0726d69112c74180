package io.parvis.engagement.contest.write.claim;

import io.parvis.contracts.engagement.ContestId;
import io.parvis.contracts.presence.BrandId;
import io.parvis.engagement.id.FanId;
import org.jspecify.annotations.Nullable;

/** @param fanId who claims it, where the caller says so */
record ClaimPrize(
        ContestId contestId,
        BrandId brandId,
        int rank,
        @Nullable FanId fanId) {}
