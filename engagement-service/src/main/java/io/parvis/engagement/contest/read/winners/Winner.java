package io.parvis.engagement.contest.read.winners;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A prize and who holds it.
 *
 * @param rank from 1, in the order of the prizes; of an instant win in the order of winning
 * @param prize index into the prizes of the rules, from 0
 * @param state {@code drawn}, {@code won} (on the spot), {@code claimed}, or {@code unassigned} where nobody is left
 * @param claimBy until when the holder may claim; absent where there is no end
 */
@Schema(name = "ContestWinner")
record Winner(
        int rank,
        int prize,
        String state,
        @Nullable String fanId,
        @Nullable String entryId,
        @Nullable Instant claimBy) {}
