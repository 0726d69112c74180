package io.parvis.engagement.contest.write.moderate;

import io.parvis.contracts.engagement.ContestId;
import io.parvis.contracts.presence.BrandId;
import io.parvis.engagement.drawing.EntryId;
import io.parvis.engagement.id.FanId;

/**
 * @param fanId whose entry it is: with the contest it says where the entry stands
 * @param valid whether it takes part from now on
 */
record ModerateEntry(
        EntryId entryId, ContestId contestId, BrandId brandId, FanId fanId, boolean valid, String reason) {}
