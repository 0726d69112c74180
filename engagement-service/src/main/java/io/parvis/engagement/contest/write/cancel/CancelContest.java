package io.parvis.engagement.contest.write.cancel;

import io.parvis.contracts.engagement.ContestId;
import io.parvis.contracts.presence.BrandId;

record CancelContest(ContestId contestId, BrandId brandId, String reason) {}
