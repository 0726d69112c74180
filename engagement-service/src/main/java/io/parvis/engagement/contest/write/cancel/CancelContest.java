package io.parvis.engagement.contest.write.cancel;

import io.parvis.contracts.presence.BrandId;
import io.parvis.contracts.engagement.ContestId;

record CancelContest(ContestId contestId, BrandId brandId, String reason) {}
