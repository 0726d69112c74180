package io.parvis.engagement.contest.write.close;

import io.parvis.contracts.engagement.ContestId;
import io.parvis.contracts.presence.BrandId;

record CloseContest(ContestId contestId, BrandId brandId) {}
