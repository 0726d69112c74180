package io.parvis.engagement.contest.write.redraw;

import io.parvis.engagement.contest.event.PrizeRedrawn.Holder;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * @param dueAt the end of the claim window because of which it is sent; null where a person redraws
 * @param next the alternate whose turn is thought to be next; null where nobody looked yet
 */
record RedrawPrize(
        String contestId,
        String brandId,
        int rank,
        String reason,
        @Nullable Instant dueAt,
        @Nullable Next next) {

    /**
     * @param number of the alternate, from 1
     * @param holder null where there are not so many
     */
    record Next(int number, @Nullable Holder holder) {}

    RedrawPrize with(Next alternate) {
        return new RedrawPrize(contestId, brandId, rank, reason, dueAt, alternate);
    }
}
