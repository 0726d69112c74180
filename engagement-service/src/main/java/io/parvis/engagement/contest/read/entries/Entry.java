package io.parvis.engagement.contest.read.entries;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An entry to a contest.
 *
 * @param rulesVersion the rules it is judged by
 * @param enteredAt when the store recorded it
 * @param state {@code valid} or {@code invalid}
 * @param reason why it was last invalidated or reinstated; it is published with the draw
 */
record Entry(
        String entryId,
        String fanId,
        int rulesVersion,
        Instant enteredAt,
        String state,
        @Nullable String reason) {}
