package io.parvis.reputation.mention.write.capture;

import org.jspecify.annotations.Nullable;

/**
 * The last line of a stream's answer.
 *
 * @param position for reading what was written, or was there already
 */
record StreamSummary(Counts summary, @Nullable String position) {

    record Counts(long created, long known, long rejected) {}
}
