package io.parvis.engagement.contest.write.redraw;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** @param dueAt the end of the claim window because of which it is sent; null where a person redraws */
record RedrawPrize(
        String contestId,
        String brandId,
        int rank,
        String reason,
        @Nullable Instant dueAt) {

    /**
     * Who it is that the prize passes on to.
     *
     * @param number from 1
     */
    record AlternateOf(int number) {}
}
