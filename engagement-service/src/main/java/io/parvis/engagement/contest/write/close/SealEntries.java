package io.parvis.engagement.contest.write.close;

import io.parvis.contracts.engagement.ContestId;
import io.parvis.contracts.presence.BrandId;
import io.parvis.engagement.drawing.Closing;

/** @param closing what the log says of the entries at the closing: always the same */
record SealEntries(ContestId contestId, BrandId brandId, Closing closing) {}
