package io.parvis.engagement.contest.write.redraw;

import io.parvis.contracts.engagement.ContestId;
import io.parvis.contracts.presence.BrandId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** @param dueAt the end of the claim window because of which it is sent; null where a person redraws */
record RedrawPrize(
        ContestId contestId,
        BrandId brandId,
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
