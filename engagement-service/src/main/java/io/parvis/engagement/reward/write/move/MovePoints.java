package io.parvis.engagement.reward.write.move;

import io.parvis.engagement.reward.Operation;
import org.jspecify.annotations.Nullable;

/** @param points 0 where a reservation says how many; negative only in an adjustment */
record MovePoints(
        String entryId,
        String brandId,
        String fanId,
        Operation operation,
        long points,
        @Nullable String reservationId,
        @Nullable String reason,
        @Nullable String source) {}
