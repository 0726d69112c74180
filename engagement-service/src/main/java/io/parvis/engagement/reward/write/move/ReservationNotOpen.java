package io.parvis.engagement.reward.write.move;

import io.parvis.engagement.reward.PointsReservationId;
import io.parvis.eventing.command.Refusal;
import java.util.Map;

/** A reservation is burned or released once. */
class ReservationNotOpen extends Refusal {

    ReservationNotOpen(PointsReservationId reservationId) {
        super(
                "There is no such open reservation",
                "It never was, or it was burned or released.",
                Map.of("reservationId", reservationId.value()));
    }
}
