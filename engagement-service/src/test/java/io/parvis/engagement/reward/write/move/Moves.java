package io.parvis.engagement.reward.write.move;

import io.parvis.contracts.presence.BrandId;
import io.parvis.engagement.id.FanId;
import io.parvis.engagement.reward.PointsEntryId;
import io.parvis.engagement.reward.PointsOperation;
import io.parvis.engagement.reward.PointsReservationId;
import org.jspecify.annotations.Nullable;

/** Movements of the points of f1, a fan of brand b1. */
final class Moves {

    private static final PointsEntryId POINTS_ENTRY = new PointsEntryId("new");

    private Moves() {}

    static MovePoints earn(long points) {
        return move(POINTS_ENTRY, PointsOperation.EARN, points, null);
    }

    static MovePoints burn(long points) {
        return move(POINTS_ENTRY, PointsOperation.BURN, points, null);
    }

    static MovePoints adjust(long points) {
        return move(POINTS_ENTRY, PointsOperation.ADJUST, points, null);
    }

    /** Uses up what is reserved. */
    static MovePoints burn(PointsReservationId reservationId) {
        return move(POINTS_ENTRY, PointsOperation.BURN, 0, reservationId);
    }

    static MovePoints release(PointsReservationId reservationId) {
        return move(POINTS_ENTRY, PointsOperation.RELEASE, 0, reservationId);
    }

    static MovePoints move(
            PointsEntryId entryId,
            PointsOperation operation,
            long points,
            @Nullable PointsReservationId reservationId) {
        return new MovePoints(
                entryId, new BrandId("b1"), new FanId("f1"), operation, points, reservationId, "why", null);
    }
}
