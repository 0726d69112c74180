package io.parvis.engagement.contest.write.close;

record CloseContest(String contestId, String brandId) {}
