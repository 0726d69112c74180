package io.parvis.engagement.reward.write.move;

import io.parvis.contracts.presence.BrandId;
import io.parvis.engagement.id.FanId;
import io.parvis.engagement.reward.PointsEntryId;
import io.parvis.engagement.reward.PointsOperation;
import io.parvis.engagement.reward.PointsReservationId;
import org.jspecify.annotations.Nullable;

/** @param points 0 where a reservation says how many; negative only in an adjustment */
record MovePoints(
        PointsEntryId entryId,
        BrandId brandId,
        FanId fanId,
        PointsOperation operation,
        long points,
        @Nullable PointsReservationId reservationId,
        @Nullable String reason,
        @Nullable String source) {}
