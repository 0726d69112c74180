package io.parvis.engagement.contest.write.close;

import io.parvis.engagement.drawing.Closing;

/** @param closing what the log says of the entries at the closing: always the same */
record SealEntries(String contestId, String brandId, Closing closing) {}
