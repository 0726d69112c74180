package io.parvis.engagement.contest.read.entries;

import java.time.Instant;

/**
 * An entry to a contest.
 *
 * @param rulesVersion the rules it is judged by
 * @param enteredAt when the store recorded it
 */
record Entry(String entryId, String fanId, int rulesVersion, Instant enteredAt) {}
