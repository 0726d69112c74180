package io.parvis.engagement.contest.write.moderate;

/**
 * @param fanId whose entry it is: with the contest it says where the entry stands
 * @param valid whether it takes part from now on
 */
record ModerateEntry(String entryId, String contestId, String brandId, String fanId, boolean valid, String reason) {}
