package io.parvis.engagement.reward.write.move;

import io.parvis.edge.problem.InvalidRequest;
import io.parvis.edge.value.Prose;
import io.parvis.engagement.reward.PointsOperation;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What shall become of a fan's points.
 *
 * @param points whole; negative only in an adjustment
 * @param reservationId what is released, or burned as a whole
 */
@Schema(name = "PointsOperation")
record PointsToMove(
        @NotNull PointsOperation operation,

        @Nullable @Min(-1_000_000_000) @Max(1_000_000_000) Long points,

        @Nullable @Size(min = 1, max = 64) String reservationId,
        @Nullable @Prose @Size(min = 1, max = 500) String reason,
        @Nullable @Size(min = 1, max = 200) String source) {

    private static final String MOST = "1000000000";

    boolean adjusts() {
        return operation == PointsOperation.ADJUST;
    }

    /** Each operation takes its own members, and none that it would silently ignore. */
    void check() {
        boolean ofReservation = reservationId != null;
        switch (operation) {
            case EARN, RESERVE -> unless(!ofReservation, "/reservationId", "is not for this operation");
            case RELEASE -> unless(ofReservation, "/reservationId", "must say what is released");
            case BURN -> {}
            case ADJUST -> {
                unless(!ofReservation, "/reservationId", "is not for this operation");
                unless(reason != null && !reason.isBlank(), "/reason", "must say why");
            }
        }
        if (ofReservation) {
            unless(points == null, "/points", "is given by the reservation");
        } else {
            unless(points != null && points != 0, "/points", "must be given and not 0");
            unless(points != null && (points > 0 || adjusts()), "/points", "must be from 1 to " + MOST);
        }
    }

    private static void unless(boolean holds, String pointer, String detail) {
        if (!holds) {
            throw new InvalidRequest(pointer, detail);
        }
    }
}
