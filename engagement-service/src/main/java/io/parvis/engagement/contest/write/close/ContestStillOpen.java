package io.parvis.engagement.contest.write.close;

import io.parvis.eventing.command.Refusal;
import java.time.Instant;
import java.util.Map;

/** Nobody closes a contest before the time that the rules promise. */
class ContestStillOpen extends Refusal {

    ContestStillOpen(Instant closesAt) {
        super("The contest is still open", "It closes at " + closesAt + ".", Map.of("closesAt", closesAt));
    }
}
