package io.parvis.engagement.contest.write.publish;

record PublishContest(String contestId, String brandId) {}
