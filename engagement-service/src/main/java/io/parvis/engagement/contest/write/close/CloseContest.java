package io.parvis.engagement.contest.write.close;

import io.parvis.contracts.presence.BrandId;
import io.parvis.contracts.engagement.ContestId;

record CloseContest(ContestId contestId, BrandId brandId) {}
