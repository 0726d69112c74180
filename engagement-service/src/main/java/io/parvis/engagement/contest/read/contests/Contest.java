package io.parvis.engagement.contest.read.contests;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.parvis.engagement.contest.ContestRules;
import io.parvis.engagement.contest.ContestState;
import org.jspecify.annotations.Nullable;

/**
 * A contest and its rules.
 *
 * @param rulesVersion of the rules shown: those in force, or of a draft those written
 * @param nextRules written and not yet published
 * @param cancelledBecause the public reason
 */
record Contest(
        String contestId,
        ContestState state,
        int rulesVersion,
        @JsonUnwrapped ContestRules rules,
        @Nullable ContestRules nextRules,
        @Nullable String cancelledBecause) {}
