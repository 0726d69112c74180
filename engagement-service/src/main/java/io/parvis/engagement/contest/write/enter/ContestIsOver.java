package io.parvis.engagement.contest.write.enter;

import io.parvis.eventing.command.Refusal;
import java.time.Instant;

/** Nobody enters after the others could. */
class ContestIsOver extends Refusal {

    ContestIsOver(Instant closesAt) {
        super("The contest is over", "It closed at " + closesAt + ".");
    }
}
