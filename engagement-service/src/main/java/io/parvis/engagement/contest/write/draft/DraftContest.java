package io.parvis.engagement.contest.write.draft;

import io.parvis.contracts.engagement.ContestId;
import io.parvis.contracts.presence.BrandId;
import io.parvis.engagement.contest.ContestRules;

record DraftContest(ContestId contestId, BrandId brandId, ContestRules rules) {}
