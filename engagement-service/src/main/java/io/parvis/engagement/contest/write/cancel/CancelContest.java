package io.parvis.engagement.contest.write.cancel;

record CancelContest(String contestId, String brandId, String reason) {}
