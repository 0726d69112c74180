package io.parvis.engagement.contest.write.draft;

import io.parvis.engagement.contest.ContestRules;

record DraftContest(String contestId, String brandId, ContestRules rules) {}
