package io.parvis.engagement.contest.write.draw;

import io.parvis.eventing.command.Refusal;

/** Nobody draws while others may still enter. */
class ContestNotClosed extends Refusal {

    ContestNotClosed() {
        super("The contest is not closed", "It is drawn after its closing.");
    }
}
