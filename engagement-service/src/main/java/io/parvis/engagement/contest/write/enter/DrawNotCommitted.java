package io.parvis.engagement.contest.write.enter;

import io.parvis.eventing.command.Refusal;

/** Contests that were published before draws were committed to take nobody in: a receipt would hold no promise. */
class DrawNotCommitted extends Refusal {

    DrawNotCommitted() {
        super(
                "The draw is not committed to",
                "The contest was published before draws were committed to: publish it again, and it takes entries.");
    }
}
