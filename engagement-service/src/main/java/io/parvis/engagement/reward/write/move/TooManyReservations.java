package io.parvis.engagement.reward.write.move;

import io.parvis.eventing.command.Refusal;
import java.util.Map;

/** The books stay small. */
class TooManyReservations extends Refusal {

    TooManyReservations(int open) {
        super("Too many reservations are open", "Burn or release one of the " + open + " first.", Map.of("open", open));
    }
}
