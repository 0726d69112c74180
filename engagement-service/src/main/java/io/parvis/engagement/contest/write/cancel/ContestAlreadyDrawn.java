package io.parvis.engagement.contest.write.cancel;

import io.parvis.eventing.command.Refusal;

/** Who won has won. */
class ContestAlreadyDrawn extends Refusal {

    ContestAlreadyDrawn() {
        super("The contest is drawn already", "A contest whose winners are known is not called off.");
    }
}
