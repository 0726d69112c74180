package io.parvis.engagement.contest.write.draw;

import io.parvis.eventing.command.Refusal;
import java.util.Map;

/** Whoever may choose among rounds may choose among winners. */
class BeaconRoundNotAdmissible extends Refusal {

    /** @param round the one that decides, or where nobody knows it the first that may */
    BeaconRoundNotAdmissible(long round) {
        super(
                "This round of the beacon does not decide",
                "It must be round " + round
                        + ", or of a beacon whose schedule is not known a later one; and it must have"
                        + " been published.",
                Map.of("round", round));
    }
}
