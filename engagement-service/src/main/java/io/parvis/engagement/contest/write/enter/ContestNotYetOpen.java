package io.parvis.engagement.contest.write.enter;

import io.parvis.eventing.command.Refusal;
import java.time.Instant;

/** Nobody enters before the others can. */
class ContestNotYetOpen extends Refusal {

    ContestNotYetOpen(Instant opensAt) {
        super("The contest is not open yet", "It opens at " + opensAt + ".");
    }
}
