package io.parvis.engagement.contest.write.enter;

record EnterContest(String entryId, String contestId, String brandId, String fanId) {}
